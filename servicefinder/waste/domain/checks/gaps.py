"""Whether any bin waits longer than the rhythm of its tour allows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise

from outbox.enums import Severity
from outbox.registries import Finding

from ...enums import CollectionState, PlanState, RhythmKind
from ...models import Collection, Plan, Rhythm

SHOWN = 20
# A holiday moves a day within its week, the day before the gap as well as the one after it.
MOVED_AT_MOST = timedelta(days=7)
LONGEST_MONTH_RHYTHM = timedelta(weeks=5)
Stretch = tuple[date, date, timedelta]  # From, until, and the longest wait that the rhythm means.
Key = tuple[str, int]  # Code of the tour, which stays from year to year, and fraction.


def gap_findings(today: date) -> Iterator[Finding]:
    """Of the public plans of this year and later, as far as the gap is not over. Rows come tour by tour."""
    plans = Plan.objects.filter(state=PlanState.PUBLISHED, year__gte=today.year)
    years = list(plans.values_list("year", flat=True))
    if not years:
        return
    stretches = _stretches(years)
    texts = [
        text
        for key, names, days in _days(years)
        for text in _too_long(names, days, stretches.get(key, []), today)
    ]
    for text in texts[:SHOWN]:
        yield Finding(Severity.ERROR, text)
    if len(texts) > SHOWN:
        yield Finding(Severity.ERROR, f"Es gibt {len(texts) - SHOWN} weitere zu lange Pausen.")


def _too_long(names: str, days: Sequence[date], stretches: Sequence[Stretch], today: date) -> Iterator[str]:
    """Between two collections, and from the last one to the end of what the rhythms promise."""
    end = max((last for _, last, _ in stretches), default=days[-1])
    for before, after in pairwise([*days, max(end, days[-1])]):
        waits = [wait for first, last, wait in stretches if first <= after and last >= before]
        if after < today or not waits or after - before <= max(waits) + MOVED_AT_MOST:
            continue
        weeks = max(waits).days // 7
        yield (
            f"{names}: vom {before:%d.%m.%Y} bis {after:%d.%m.%Y} keine Abfuhr, "
            f"der Rhythmus meint höchstens {weeks} {'Woche' if weeks == 1 else 'Wochen'}."
        )


def _stretches(years: Iterable[int]) -> dict[Key, list[Stretch]]:
    """Days that are listed one by one promise no rhythm."""
    rows = Rhythm.objects.filter(tour__plan__year__in=years).exclude(kind=RhythmKind.LISTED)
    found: dict[Key, list[Stretch]] = defaultdict(list)
    for code, fraction, year, kind, interval, first, last in rows.values_list(
        "tour__code", "fraction", "tour__plan__year", "kind", "interval", "valid_from", "valid_until"
    ):
        wait = timedelta(weeks=interval) if kind == RhythmKind.WEEKS else LONGEST_MONTH_RHYTHM
        stretch = max(first, date(year, 1, 1)), min(last, date(year, 12, 31)), wait
        if stretch[0] <= stretch[1]:
            found[code, fraction].append(stretch)
    return found


def _days(years: Iterable[int]) -> Iterator[tuple[Key, str, list[date]]]:
    """For each tour and fraction: what it is called, and its days in order."""
    rows = (
        Collection.objects.filter(tour__plan__year__in=years)
        .exclude(state=CollectionState.CANCELLED)
        .order_by("tour__code", "fraction", "day")
        .values_list("tour__code", "fraction", "tour__name", "fraction__name", "day")
    )
    for key, group in groupby(rows.iterator(chunk_size=2000), key=lambda row: (row[0], row[1])):
        found = list(group)
        yield key, f"{found[-1][2]}, {found[-1][3]}", [row[4] for row in found]
