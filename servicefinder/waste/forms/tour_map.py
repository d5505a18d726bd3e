"""Which tours are looked at on the map."""

from typing import Any

from django import forms

from ..domain.tour_places import Choice
from ..models import Fraction, Plan
from ..wording.german import GERMAN

WORKDAYS = list(enumerate(GERMAN.weekdays[:6]))


class TourMapForm(forms.Form):
    tour = forms.ChoiceField(label="Tour", required=False)
    fraction = forms.TypedChoiceField(label="Abfallart", required=False, coerce=int, empty_value=None)
    weekday = forms.TypedChoiceField(
        label="Wochentag",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "alle Tage"), *WORKDAYS],
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tours = plan.tours.order_by("code").values_list("code", "name")
        self.fields["tour"].choices = [("", "alle Touren"), *tours]  # type: ignore[attr-defined]
        fractions = Fraction.objects.values_list("pk", "name")
        self.fields["fraction"].choices = [("", "alle Abfallarten"), *fractions]  # type: ignore[attr-defined]

    def choice(self) -> Choice:
        """What is wrong counts as not chosen; the field says so."""
        self.is_valid()
        found = self.cleaned_data
        return Choice(found.get("tour") or "", found.get("fraction"), found.get("weekday"))
