"""What a day is taken for already: to say it where somebody looks for another day."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ..models import Plan
from .planning import planned_days_of


@dataclass
class DayUse:
    """`years`: those that have a plan. `planned`: days that stay. `moved`: day → days moved to it."""

    years: set[int] = field(default_factory=set)
    planned: set[date] = field(default_factory=set)
    moved: dict[date, list[date]] = field(default_factory=dict)

    def is_free(self, day: date) -> bool:
        return day.year in self.years and not self.is_taken(day)

    def is_taken(self, day: date) -> bool:
        return day in self.planned or day in self.moved


def use_of_days(plan: Plan) -> DayUse:
    """Of the plan's year and those beside it."""
    return use_in_years(range(plan.year - 1, plan.year + 2))


def use_in_years(years: Iterable[int]) -> DayUse:
    """A day that a shift of all tours moves is free itself."""
    found = DayUse()
    for each in Plan.objects.filter(year__in=years):
        found.years.add(each.year)
        found.planned |= planned_days_of(each)
        for shift in each.shifts.order_by("planned_on"):
            if shift.moved_to in (None, shift.planned_on):
                continue
            if shift.tour_id is None and shift.fraction_id is None:
                found.planned.discard(shift.planned_on)
            days = found.moved.setdefault(shift.moved_to, [])
            if shift.planned_on not in days:
                days.append(shift.planned_on)
    return found
