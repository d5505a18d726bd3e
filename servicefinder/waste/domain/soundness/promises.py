"""How long the rhythms of a plan say that a bin may wait, and when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from ...enums import PlanState, RhythmKind
from ...models import Plan, Rhythm
from ..rhythms import DAYS_OF_WEEK

MONTHLY_DAYS = 5 * DAYS_OF_WEEK
Key = tuple[str, int]  # Code of the tour, which stays from year to year, and fraction.
FIELDS = ("fraction_id", "kind", "interval", "valid_from", "valid_until")


class Promise(NamedTuple):
    """From the first to the last day, both included, no wait is longer than `days`."""

    first: date
    last: date
    days: int

    def holds(self, start: date, end: date) -> bool:
        return self.first <= end and self.last >= start


Promises = dict[Key, list[Promise]]


def promises_of(plan: Plan, *, public: bool) -> Promises:
    """What is planned or, while changes wait, what was published. Days that are listed promise nothing."""
    found: Promises = defaultdict(list)
    start, end = date(plan.year, 1, 1), date(plan.year, 12, 31)
    for code, fraction, kind, interval, first, last in _rhythms(plan, public):
        days = MONTHLY_DAYS if kind == RhythmKind.MONTHLY else interval * DAYS_OF_WEEK
        promise = Promise(max(first, start), min(last, end), days)
        if kind != RhythmKind.LISTED and promise.first <= promise.last:
            found[code, fraction].append(promise)
    return found


def promises_of_year_before(plan: Plan) -> Promises:
    """Those of the public plan, if there is one."""
    before = Plan.objects.filter(year=plan.year - 1, state=PlanState.PUBLISHED).first()
    return promises_of(before, public=True) if before else {}


def _rhythms(plan: Plan, public: bool) -> Iterable[tuple[Any, ...]]:
    if public and plan.has_changes and (revision := plan.revisions.first()):
        return _written_down(revision.content)
    return Rhythm.objects.filter(tour__plan=plan).values_list("tour__code", *FIELDS)


def _written_down(content: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    for tour in content["tours"]:
        for each in tour["rhythms"]:
            days = (date.fromisoformat(each[name]) for name in FIELDS[3:])
            yield (tour["code"], *(each[name] for name in FIELDS[:3]), *days)
