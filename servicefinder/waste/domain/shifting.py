"""Moving single days by hand, and settling what no policy could."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from ..enums import ShiftSource, ShiftState, StepKind
from ..models import Fraction, Plan, Shift, Tour
from .editing import take_for_editing
from .journal import note
from .problems import NotPlannable

FARTHEST = timedelta(days=31)


@dataclass(frozen=True)
class Move:
    """`tour` and `fraction` None mean all; `moved_to` None means that it does not take place."""

    planned_on: date
    moved_to: date | None
    reason: str
    tour: Tour | None = None
    fraction: Fraction | None = None

    @property
    def label(self) -> str:
        who = self.tour.name if self.tour else "alle Touren"
        what = f", {self.fraction.name}" if self.fraction else ""
        when = f"auf {self.moved_to:%d.%m.%Y}" if self.moved_to else "entfällt"
        return f"{self.planned_on:%d.%m.%Y} {when} ({who}{what}): {self.reason}"


@transaction.atomic
def move(plan: Plan, wanted: Move, user: Any = None) -> Shift:
    """Write the shift, or change the one there is, as a proposal of a person. Raises NotPlannable.

    What happened on the day is not planned any more.
    """
    if wanted.moved_to and abs(wanted.moved_to - wanted.planned_on) > FARTHEST:
        raise NotPlannable("Der neue Tag liegt mehr als einen Monat entfernt.")
    take_for_editing(plan, user)
    key = {"tour": wanted.tour, "fraction": wanted.fraction, "planned_on": wanted.planned_on}
    shift = plan.shifts.filter(**key).first() or Shift(plan=plan, **key)
    if shift.source == ShiftSource.FAILURE:
        raise NotPlannable("An diesem Tag ist ein Ausfall gemeldet. Bitte ändern Sie die Meldung.")
    shift.moved_to, shift.reason, shift.changed_by = wanted.moved_to, wanted.reason, user
    # By hand, whatever the occasion: the next proposal leaves it alone, even when the person is gone.
    shift.source, shift.state, shift.conflict = ShiftSource.HAND, ShiftState.PROPOSED, ""
    shift.save()
    note(plan, StepKind.SHIFTED, wanted.label, user)
    return shift


@transaction.atomic
def take_back(shift: Shift, user: Any = None) -> None:
    """As if nobody had moved the day; of a holiday the proposal comes again. Raises NotPlannable."""
    if shift.source == ShiftSource.FAILURE:
        raise NotPlannable("Ein gemeldeter Ausfall lässt sich hier nicht zurücknehmen.")
    take_for_editing(shift.plan, user)
    shift.delete()
    note(shift.plan, StepKind.SHIFTED, f"{shift.planned_on:%d.%m.%Y}: Verschiebung zurückgenommen", user)
