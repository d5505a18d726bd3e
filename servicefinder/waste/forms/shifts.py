"""Moving a day: what, where to, and why."""

from datetime import date
from typing import Any

from django import forms

from ..domain.move_checks import check_move
from ..domain.problems import NotPlannable
from ..domain.shifting import Move
from ..models import Fraction, Plan, Tour
from .dates import DayField

FRACTION, TOUR, ALL = "fraction", "tour", "all"


class ShiftForm(forms.Form):
    scope = forms.ChoiceField(label="Was", widget=forms.RadioSelect)
    moved_to = DayField(label="Neuer Tag", required=False)
    cancelled = forms.BooleanField(label="Entfällt ersatzlos", required=False)
    reason = forms.CharField(
        label="Grund", max_length=150, help_text="Steht so im Kalender der Bürgerinnen und Bürger."
    )

    def __init__(
        self,
        *args: Any,
        plan: Plan,
        planned_on: date,
        tour: Tour | None,
        fraction: Fraction | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.plan, self.planned_on, self.tour, self.fraction = plan, planned_on, tour, fraction
        choices = []
        if tour and fraction:
            choices.append((FRACTION, f"nur {fraction.name} der {tour.name}"))
        if tour:
            choices.append((TOUR, f"alles, was die {tour.name} an diesem Tag holt"))
        choices.append((ALL, "alle Touren dieses Tages"))
        self.fields["scope"].choices = choices  # type: ignore[attr-defined]
        self.fields["scope"].initial = choices[0][0]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if self.errors:
            return values
        if bool(values["moved_to"]) == values["cancelled"]:
            self.add_error(
                "moved_to", "Bitte entweder einen neuen Tag nennen oder „Entfällt ersatzlos“ ankreuzen."
            )
            return values
        try:
            check_move(self.plan, self.move())
        except NotPlannable as problem:
            self.add_error("moved_to", str(problem))
        return values

    def move(self) -> Move:
        values = self.cleaned_data
        scope = values["scope"]
        return Move(
            planned_on=self.planned_on,
            moved_to=values["moved_to"],
            reason=values["reason"],
            tour=None if scope == ALL else self.tour,
            fraction=self.fraction if scope == FRACTION else None,
        )
