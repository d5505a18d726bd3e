"""The same deed for several cases."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q

from servicefinder.catalogue.models import Department

from ..domain.assigning import people_of
from ..domain.notes import NOTE_LIMIT_CHARACTERS

ASSIGN, BEGIN, HAND_OVER = "zuweisen", "beginnen", "abgeben"
DEEDS = [(ASSIGN, "zuweisen an …"), (BEGIN, "in Bearbeitung nehmen"), (HAND_OVER, "abgeben an Amt …")]


class BulkForm(forms.Form):
    deed = forms.ChoiceField(label="Mit den gewählten Vorgängen", choices=DEEDS)
    person: Any = forms.ModelChoiceField(None, required=False, empty_label="niemand", label="Person")
    department = forms.ModelChoiceField(
        Department.objects.all(), required=False, empty_label="–", label="Amt"
    )
    reason = forms.CharField(label="Grund der Abgabe", required=False, max_length=NOTE_LIMIT_CHARACTERS)

    def __init__(self, *args: Any, departments: set[UUID], people: Any = None, **kwargs: Any) -> None:
        """`people`, where they are known already, gives choices: key and name."""
        super().__init__(*args, **{**kwargs, "auto_id": "bulk_%s"})
        field: Any = self.fields["person"]
        field.queryset = people_of(Q(department__in=departments))
        if people is not None:
            field.choices = lambda: [("", "niemand"), *people()]

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("deed") != HAND_OVER:
            return
        if not self.cleaned_data.get("department"):
            self.add_error("department", "An welches Amt?")
        if not self.cleaned_data.get("reason"):
            self.add_error("reason", "Bitte nennen Sie den Grund.")
