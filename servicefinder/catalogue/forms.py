"""Forms of the back office that are not those of a page."""

from typing import Any

from django import forms

from .models import Department


class MergeDepartmentsForm(forms.Form):
    """Which department takes over everything; the other one ends."""

    target = forms.ModelChoiceField(
        Department.objects.all(),
        label="Alles geht über an",
        help_text="Dienstleistungen, Standorte, Personen, untergeordnete Ämter, Mitgliedschaften, Dateien.",
    )
    confirmed = forms.BooleanField(
        label="Ja, das Amt endet. Seine Adresse leitet künftig dorthin weiter.",
        error_messages={"required": "Bitte bestätigen: Das lässt sich nicht rückgängig machen."},
    )

    def __init__(self, *args: Any, source: Department, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target"].queryset = Department.objects.exclude(pk=source.pk)  # type: ignore[attr-defined]
