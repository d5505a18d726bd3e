"""Which bins are due on a day, by tour, and what has changed since it was told."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ..enums import CollectionState, PlanState
from ..models import Collection


class DueBin(NamedTuple):
    """`is_off`: told before, but not on this day; then `moved_to` is the new day, or None."""

    fraction_id: int
    name: str
    name_en: str
    is_off: bool = False
    moved_to: date | None = None
    reason: str = ""


Bins = dict[int, list[DueBin]]


def due_on(day: date) -> list[int]:
    """Ids of the collections that take place on the day."""
    rows = Collection.objects.filter(day=day, tour__plan__state=PlanState.PUBLISHED)
    return sorted(rows.exclude(state=CollectionState.CANCELLED).values_list("pk", flat=True))


def bins_of(collections: Iterable[int]) -> Bins:
    """Tour → what it collects."""
    return changed_bins((), collections)


def changed_bins(before: Iterable[int], after: Iterable[int]) -> Bins:
    """Tour → what it collects unlike what was told: what is off first. One query."""
    off, more = set(before) - set(after), set(after) - set(before)
    found: Bins = defaultdict(list)
    rows = Collection.objects.filter(pk__in=off | more).order_by("fraction__order", "pk")
    for row in sorted(rows.select_related("fraction"), key=lambda row: row.pk in more):
        found[row.tour_id].append(_bin(row, row.pk in off))
    return found


def _bin(row: Collection, is_off: bool) -> DueBin:
    what = row.fraction.pk, row.fraction.name, row.fraction.name_en
    if not is_off:
        return DueBin(*what)
    moved_to = None if row.state == CollectionState.CANCELLED else row.day
    return DueBin(*what, True, moved_to, row.reason)
