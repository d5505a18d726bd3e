"""A year's collections: what the rhythms say, moved by the shifts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from ..enums import CollectionState
from ..models import Plan, Rhythm, Shift, Tour
from .rhythms import days_between

TOURS_AT_ONCE = 50
ShiftKey = tuple[int | None, int | None, date]


@dataclass(frozen=True, slots=True)
class PlannedCollection:
    """One fraction of one tour; `day` is None when it does not take place."""

    tour_id: int
    fraction_id: int
    planned_on: date
    day: date | None
    reason: str = ""

    @property
    def state(self) -> CollectionState:
        if self.day is None:
            return CollectionState.CANCELLED
        return CollectionState.PLANNED if self.day == self.planned_on else CollectionState.SHIFTED


class ShiftTable:
    """The shifts of a plan by what they move."""

    def __init__(self, shifts: Iterable[Shift]) -> None:
        self._shifts = {key_of(shift): shift for shift in shifts}

    def nearest(self, tour_id: int, fraction_id: int, day: date) -> Shift | None:
        """Of the tour's fraction, else of the tour, else of the fraction, else of all."""
        for key in (
            (tour_id, fraction_id, day),
            (tour_id, None, day),
            (None, fraction_id, day),
            (None, None, day),
        ):
            if shift := self._shifts.get(key):
                return shift
        return None


def key_of(shift: Shift) -> ShiftKey:
    return shift.tour_id, shift.fraction_id, shift.planned_on


def collections_of_tour(tour: Tour, year: int, shifts: ShiftTable) -> Iterator[PlannedCollection]:
    for fraction_id, days in planned_by_fraction(tour.rhythms.all(), year).items():
        for day in days:
            shift = shifts.nearest(tour.pk, fraction_id, day)
            yield (
                PlannedCollection(tour.pk, fraction_id, day, shift.moved_to, shift.reason)
                if shift
                else PlannedCollection(tour.pk, fraction_id, day, day)
            )


def planned_by_fraction(rhythms: Iterable[Rhythm], year: int) -> dict[int, list[date]]:
    """Fraction → its planned days of the year, in order; a day that two rhythms name counts once."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    found: dict[int, set[date]] = {}
    for rhythm in rhythms:
        found.setdefault(rhythm.fraction_id, set()).update(days_between(rhythm, first, last))
    return {fraction_id: sorted(days) for fraction_id, days in found.items()}


def planned_days_of(plan: Plan) -> set[date]:
    """The days on which any tour is planned."""
    return {
        day
        for tour in tours_of_plan(plan).iterator(chunk_size=TOURS_AT_ONCE)
        for days in planned_by_fraction(tour.rhythms.all(), plan.year).values()
        for day in days
    }


def tours_of_plan(plan: Plan) -> QuerySet[Tour]:
    return plan.tours.order_by("code").prefetch_related("rhythms__dates")
