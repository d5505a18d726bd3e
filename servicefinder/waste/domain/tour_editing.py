"""Changing one tour of a plan: its rhythms, its name, or that there is one. Publication makes it public."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from ..enums import StepKind
from ..models import Plan, Rhythm, Tour
from .assignments import hand_over
from .contents import write_rhythms
from .edit_stamps import check_seen, stamp_of_tour
from .editing import take_for_editing
from .holidays import propose_holiday_shifts
from .journal import note
from .problems import NotPlannable
from .rhythm_rules import doubled_by
from .undoing import remember
from .unused_tours import drop_if_unused


@dataclass
class WantedTour:
    """`rhythms`: unsaved, each with the days that are listed; `seen`: the stamp of what the person saw."""

    code: str
    name: str
    note: str = ""
    rhythms: list[tuple[Rhythm, list[date]]] = field(default_factory=list)
    seen: str = ""


@transaction.atomic
def save_tour(plan: Plan, wanted: WantedTour, user: Any = None) -> Tour:
    """Make the tour what is wanted; its houses stay. Raises NotPlannable where somebody was quicker."""
    take_for_editing(plan, user)
    check_seen(wanted.seen, stamp_of_tour(plan, wanted.code))
    before = remember(plan, tours=[wanted.code])
    tour, created = Tour.objects.update_or_create(
        plan=plan, code=wanted.code, defaults={"name": wanted.name, "note": wanted.note}
    )
    tour.rhythms.all().delete()
    write_rhythms(tour, wanted.rhythms)
    propose_holiday_shifts(plan)
    label = f"{tour.name}: {'angelegt' if created else 'geändert'}"
    note(plan, StepKind.TOUR, label, user, before)
    return tour


@transaction.atomic
def remove_tour(plan: Plan, tour: Tour, successor: Tour | None, user: Any = None) -> None:
    """No day and no house any more; the houses go to `successor`. What was public of it becomes cancelled.

    Raises NotPlannable where houses would be left without a tour, or get a bin twice.
    """
    take_for_editing(plan, user)
    before = remember(plan, tours=[tour.code, *([successor.code] if successor else [])])
    if successor is None and tour.ranges.exists():
        raise NotPlannable("Die Tour hat noch Straßen. Bitte wählen Sie, welche Tour sie übernimmt.")
    tour.rhythms.all().delete()
    if successor:
        hand_over(plan, tour, successor)
        doubled = doubled_by(
            plan, {successor.code: set(successor.rhythms.values_list("fraction", flat=True))}
        )
        if doubled:
            raise NotPlannable(
                f"{doubled[0].houses} Adressen bekämen dann dieselbe Abfallart auch von einer anderen Tour "
                f"({doubled[0].other})."
            )
    name = tour.name
    drop_if_unused(tour)
    propose_holiday_shifts(plan)
    label = f"{name}: entfernt" + (f", Straßen an {successor.name}" if successor else "")
    note(plan, StepKind.TOUR, label, user, before)
