"""Whether a day can be moved where a person wants it: no collection is lost by it, and none doubled."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone

from workdays.domain.holidays import holidays_between

from ..models import Plan, Shift, Tour
from .planning import PlannedCollection, ShiftTable, collections_of_tour, tours_of_plan
from .problems import NotPlannable
from .shifting import FARTHEST, Move

SUNDAY = 6


def check_move(plan: Plan, wanted: Move) -> None:
    """Raises NotPlannable with a German sentence."""
    rows = list(_moved(plan, wanted))
    if not any(row.planned_on == wanted.planned_on for _, row in rows):
        raise NotPlannable("An diesem Tag ist davon nichts geplant.")
    if wanted.moved_to is not None:
        _check_day(plan, wanted.planned_on, wanted.moved_to)
        _check_doubles(rows, wanted.planned_on, wanted.moved_to)


def closed_because(day: date) -> str:
    """Why nothing can be collected on the day, or empty."""
    if name := holidays_between(day, day).get(day):
        return f"ein Feiertag ({name})"
    return "ein Sonntag" if day.weekday() == SUNDAY else ""


def _check_day(plan: Plan, planned_on: date, day: date) -> None:
    if closed := closed_because(day):
        raise NotPlannable(f"Der {day:%d.%m.%Y} ist {closed}.")
    if day == planned_on and not _is_moved(plan, day):
        raise NotPlannable("Das ist derselbe Tag.")
    if abs(day - planned_on) > FARTHEST:
        raise NotPlannable("Der neue Tag liegt mehr als einen Monat entfernt.")
    if plan.is_public and day < timezone.localdate():
        raise NotPlannable("Der neue Tag ist schon vorbei.")


def _is_moved(plan: Plan, day: date) -> bool:
    """Whether a shift takes something off its day: it can be put back, or stay as an exception."""
    return plan.shifts.filter(planned_on=day).exclude(moved_to=day).exists()


def _check_doubles(rows: list[tuple[Tour, PlannedCollection]], planned_on: date, day: date) -> None:
    moved = {(tour.pk, row.fraction_id) for tour, row in rows if row.planned_on == planned_on}
    for tour, row in rows:
        if row.planned_on != planned_on and row.day == day and (tour.pk, row.fraction_id) in moved:
            raise NotPlannable(f"Am {day:%d.%m.%Y} holt die {tour.name} diese Abfallart schon.")


def _moved(plan: Plan, wanted: Move) -> Iterator[tuple[Tour, PlannedCollection]]:
    """What the tours in question do in the weeks around the day, with the move."""
    shift = Shift(
        tour=wanted.tour,
        fraction=wanted.fraction,
        planned_on=wanted.planned_on,
        moved_to=wanted.moved_to,
        reason=wanted.reason,
    )
    tours = tours_of_plan(plan)
    if wanted.tour:
        tours = tours.filter(pk=wanted.tour.pk)
    shifts = ShiftTable([*plan.shifts.all(), shift])
    near = FARTHEST + timedelta(days=7)
    for tour in tours:
        for row in collections_of_tour(tour, plan.year, shifts):
            mine = wanted.fraction is None or row.fraction_id == wanted.fraction.pk
            if mine and abs(row.planned_on - wanted.planned_on) <= near:
                yield tour, row
