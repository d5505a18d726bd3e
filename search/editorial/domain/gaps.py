"""From a query without an answer to a task, and what came of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Sum
from django.utils import timezone

from search.domain.querying import search
from search.domain.results import Hit

from ..enums import GapReason
from ..models import Gap, QueryDay
from .periods import last_days
from .reports import query_rows, totals

# What is rarer is not worth a task.
NOTHING_FOUND_TIMES = 3
NEVER_CLICKED_TIMES = 10
NEW_GAPS_A_NIGHT = 50
# A query whose task is over is left alone for as long as the days before are still counted.
REST = timedelta(days=30)
SHOWN_HITS = 5


@dataclass(frozen=True)
class Effect:
    """What the query finds now, and its counts since the task was done (of the last thirty days)."""

    hits: list[Hit]
    since: date | None
    searches: int = 0
    empty: int = 0
    clicks: int = 0


def open_gap(query: str, language: str, reason: GapReason) -> Gap | None:
    """A new task with the counts of the last thirty days; None where one is open or nobody asked that."""
    row = query_rows(last_days(), language=language).filter(text=query).first()
    if row is None:
        return None
    try:
        with transaction.atomic():
            return Gap.objects.create(
                query=query,
                language=language,
                reason=reason,
                searches_before=row["searches"],
                empty_before=row["empty"],
                clicks_before=row["clicks"],
            )
    except IntegrityError:
        return None


def collect_gaps() -> None:
    """For the schedule: frequent queries that find nothing or whose results nobody follows."""
    period = last_days()
    found = query_rows(period, "nichts", order="-empty").filter(empty__gte=NOTHING_FOUND_TIMES)
    _open(found.filter(empty__gt=F("searches") / 2), GapReason.NOTHING_FOUND)
    if totals(period).clicks:  # Else clicks are not reported at all.
        passed = query_rows(period, "ungeklickt").filter(searches__gte=NEVER_CLICKED_TIMES)
        _open(passed, GapReason.NEVER_CLICKED)


def _open(rows, reason: GapReason) -> None:  # type: ignore[no-untyped-def]
    rested = Gap.objects.exclude(closed_on__lt=timezone.localdate() - REST)
    known = set(rested.values_list("language", "query"))
    new = (row for row in rows[: NEW_GAPS_A_NIGHT * 4] if (row["language"], row["text"]) not in known)
    for row, _ in zip(new, range(NEW_GAPS_A_NIGHT), strict=False):
        open_gap(row["text"], row["language"], reason)


def note_end(gap: Gap) -> None:
    """Keep the day on which a task was over, from which its effect is counted."""
    if not gap.is_over:
        gap.closed_on = None
    elif gap.closed_on is None:
        gap.closed_on = timezone.localdate()


def effect_of(gap: Gap) -> Effect:
    """One search and, after the end, one query."""
    hits = search(gap.query, language=gap.language, size=SHOWN_HITS).hits
    if gap.closed_on is None:
        return Effect(hits, None)
    days = QueryDay.objects.filter(query__text=gap.query, query__language=gap.language, day__gt=gap.closed_on)
    sums = days.aggregate(*(Sum(name, default=0) for name in ("searches", "empty", "clicks")))
    return Effect(hits, gap.closed_on, sums["searches__sum"], sums["empty__sum"], sums["clicks__sum"])
