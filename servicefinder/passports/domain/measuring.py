"""How long documents take, measured: of those that are there and, by month, of those that are gone."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Count, F, Sum
from django.utils import timezone

from servicefinder.cases.domain.statistics import percentile

from ..models import DocumentRecord, MeasuredTime, UsualTime

MEASURED_AT_LEAST = 20
MEASURED_MONTHS = timedelta(days=365)
Step = MeasuredTime.Step
LONGEST_DAYS = 3000


def remember(rows: Iterable[DocumentRecord], today: date) -> None:
    """Keep the times of documents that are about to go, in the current transaction."""
    month = today.replace(day=1)
    for (kind, step, days), count in Counter(_times(rows)).items():
        key = {"kind": kind, "step": step, "month": month, "days": days}
        MeasuredTime.objects.get_or_create(**key, defaults={"count": 0})
        MeasuredTime.objects.filter(**key).update(count=F("count") + count)


@transaction.atomic
def refresh_usual_times() -> None:
    """What citizens are told: of at least 20 documents in a year."""
    for kind, counts in measured(Step.PRODUCTION).items():
        total = sum(counts.values())
        values = {
            "count": total,
            "median_days": percentile(counts, 50),
            "percentile_90_days": percentile(counts, 90),
        }
        UsualTime.objects.update_or_create(kind=kind, defaults=values)


def measured(step: str) -> dict[str, Counter[int]]:
    """How many documents of each kind took so many days, in a year."""
    since = timezone.localdate() - MEASURED_MONTHS
    found: dict[str, Counter[int]] = defaultdict(Counter)
    gone = MeasuredTime.objects.filter(step=step, month__gte=since.replace(day=1))
    for kind, days, count in gone.values_list("kind", "days").annotate(Sum("count")):
        found[kind][days] += count
    first, last = ("ordered_on", "ready_on") if step == Step.PRODUCTION else ("ready_on", "handed_out_on")
    there = DocumentRecord.objects.filter(**{f"{first}__isnull": False, f"{last}__gte": since})
    for kind, start, end, count in there.values_list("kind", first, last).annotate(Count("pk")):
        found[kind][_days(start, end)] += count
    return found


def _times(rows: Iterable[DocumentRecord]) -> Iterable[tuple[str, str, int]]:
    for row in rows:
        if row.ordered_on and row.ready_on:
            yield row.kind, Step.PRODUCTION, _days(row.ordered_on, row.ready_on)
        if row.ready_on and row.handed_out_on:
            yield row.kind, Step.PICKUP, _days(row.ready_on, row.handed_out_on)


def _days(start: date, end: date) -> int:
    return min(max((end - start).days, 0), LONGEST_DAYS)
