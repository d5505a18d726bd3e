"""Whether a year is sound: each house has one tour for each bin, and waits no longer than its rhythm says."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from django.db.models import Max

from ..enums import CollectionState, PlanState, RhythmKind
from ..models import Collection, Fraction, Plan, Rhythm
from .outlooks import Codes, Outlook
from .rhythms import DAYS_OF_WEEK

TOLERANCE_DAYS = 4  # A holiday moves a day within its week.
MONTHLY_DAYS = 5 * DAYS_OF_WEEK
HALF = 0.5

RhythmTable = dict[tuple[str, int], list[Rhythm]]


class Gap(NamedTuple):
    """Between two collections of one fraction; `allowed` None: only single days are listed."""

    fraction_id: int
    tour: str
    start: date
    end: date
    allowed: int | None

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def too_long(self) -> bool:
        return self.allowed is not None and self.days > self.allowed


class Soundness(NamedTuple):
    """`longest`: the longest gap of each fraction; `without`, `doubled`: fraction → houses."""

    houses: int
    unserved: int
    without: dict[int, int]
    doubled: dict[int, int]
    longest: list[Gap]
    too_long: list[Gap]


def soundness_of(plan: Plan, outlook: Outlook) -> Soundness:
    """Over the turn of the year the last public days of the year before count. Five queries."""
    patterns = Counter(outlook.houses.values())
    gaps = list(_gaps(plan, outlook))
    fractions = list(Fraction.objects.values_list("pk", flat=True))
    longest = [max(mine, key=lambda gap: gap.days) for pk in fractions if (mine := _of(gaps, pk))]
    return Soundness(
        houses=sum(patterns.values()),
        unserved=patterns[()],
        without=_without(outlook, patterns, fractions),
        doubled=_doubled(outlook, patterns),
        longest=longest,
        too_long=[gap for gap in gaps if gap.too_long],
    )


def _of(gaps: list[Gap], fraction_id: int) -> list[Gap]:
    return [gap for gap in gaps if gap.fraction_id == fraction_id]


def _without(outlook: Outlook, patterns: Counter[Codes], fractions: list[int]) -> dict[int, int]:
    """Only what most houses have is missed by the others."""
    served = {codes: count for codes, count in patterns.items() if codes}
    total = sum(served.values())
    found = {}
    for pk in fractions:
        missing = sum(
            count for codes, count in served.items() if not any(outlook.tours[code].get(pk) for code in codes)
        )
        if 0 < missing < total * HALF:
            found[pk] = missing
    return found


def _doubled(outlook: Outlook, patterns: Counter[Codes]) -> dict[int, int]:
    found: Counter[int] = Counter()
    for codes, count in patterns.items():
        times = Counter(pk for code in codes for pk, days in outlook.tours[code].items() if days)
        found.update({pk: count for pk, number in times.items() if number > 1})
    return dict(found)


def _gaps(plan: Plan, outlook: Outlook) -> Iterator[Gap]:
    """Consecutive days of each tour and fraction, from the last one of the year before."""
    rhythms, before = _rhythms(plan), _last_days(plan.year - 1)
    for code, fractions in outlook.tours.items():
        for fraction_id, planned in fractions.items():
            days = sorted({day for day in planned.values() if day})
            if last := before.get((code, fraction_id)):
                days = [last, *days]
            table = rhythms.get((code, fraction_id), [])
            for start, end in pairwise(days):
                yield Gap(fraction_id, code, start, end, _allowed(table, start, end))


def _allowed(rhythms: list[Rhythm], start: date, end: date) -> int | None:
    """By the slowest of the rhythms that hold between the two days."""
    holding = [each for each in rhythms if each.valid_from <= end and each.valid_until >= start]
    if not holding or any(each.kind == RhythmKind.LISTED for each in holding):
        return None
    return max(_usual(each) for each in holding) + TOLERANCE_DAYS


def _usual(rhythm: Rhythm) -> int:
    return MONTHLY_DAYS if rhythm.kind == RhythmKind.MONTHLY else rhythm.interval * DAYS_OF_WEEK


def _rhythms(plan: Plan) -> RhythmTable:
    found: RhythmTable = {}
    for rhythm in Rhythm.objects.filter(tour__plan=plan).select_related("tour"):
        found.setdefault((rhythm.tour.code, rhythm.fraction_id), []).append(rhythm)
    return found


def _last_days(year: int) -> dict[tuple[str, int], date]:
    rows = Collection.objects.filter(tour__plan__year=year, tour__plan__state=PlanState.PUBLISHED)
    rows = rows.exclude(state=CollectionState.CANCELLED)
    last = rows.values_list("tour__code", "fraction").annotate(last=Max("day"))
    return {(code, fraction_id): day for code, fraction_id, day in last.order_by()}
