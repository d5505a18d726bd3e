"""How long bins wait between two collections, and whether that is longer than the rhythm allows."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from django.db.models import Max

from ...enums import CollectionState, PlanState
from ...models import Collection, Plan
from ..outlooks import Outlook
from .promises import Key, Promise, promises_of, promises_of_year_before

# A holiday moves a day within its week. One more, and a lost day of a weekly rhythm would not be noticed.
TOLERANCE_DAYS = 6


class Gap(NamedTuple):
    """Of one tour and fraction; `usual` is what the rhythm means, None where only single days are listed."""

    fraction_id: int
    tour: str
    start: date
    end: date
    usual: int | None

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def allowed(self) -> int | None:
        return None if self.usual is None else self.usual + TOLERANCE_DAYS

    @property
    def too_long(self) -> bool:
        return self.allowed is not None and self.days > self.allowed


def gaps_of(plan: Plan, outlook: Outlook, *, public: bool) -> Iterator[Gap]:
    """Between consecutive days of each tour and fraction, from the last public day of the year before, and to
    the end of what the rhythms promise. Four queries, five while changes of a public plan wait.
    """
    promises, earlier = promises_of(plan, public=public), promises_of_year_before(plan)
    before = _last_days(plan.year - 1)
    for code, fractions in outlook.tours.items():
        for fraction_id, planned in fractions.items():
            key = code, fraction_id
            mine = promises.get(key, [])
            days = sorted({day for day in planned.values() if day})
            holding = [*mine, *earlier.get(key, [])] if key in before else mine
            for start, end in pairwise(_with_ends(days, mine, before.get(key))):
                yield Gap(fraction_id, code, start, end, _usual(holding, start, end))


def _with_ends(days: list[date], promises: Sequence[Promise], before: date | None) -> list[date]:
    """The days, and from where to where somebody waits for them."""
    begin = [before] if before else [each.first for each in promises]
    end = [each.last for each in promises]
    return sorted({*days, *([min(begin)] if begin else []), *([max(end)] if end else [])})


def _usual(promises: Sequence[Promise], start: date, end: date) -> int | None:
    """By the slowest of the rhythms that hold between the two days."""
    return max((each.days for each in promises if each.holds(start, end)), default=None)


def _last_days(year: int) -> dict[Key, date]:
    rows = Collection.objects.filter(tour__plan__year=year, tour__plan__state=PlanState.PUBLISHED)
    rows = rows.exclude(state=CollectionState.CANCELLED)
    last = rows.values_list("tour__code", "fraction").annotate(last=Max("day"))
    return {(code, fraction_id): day for code, fraction_id, day in last.order_by()}
