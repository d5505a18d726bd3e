"""Thirty days of days, then months; what is rarer than three times a month is only part of a sum."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from ..enums import GapState
from ..models import Gap, MonthCount, QueryDay, RecordDay, Refinement, StoredQuery

DAYS_KEPT = 30
MONTHS_KEPT = 24
GAPS_KEPT = timedelta(days=365)
FEWEST_IN_A_MONTH = 3
COUNTS = ("searches", "empty", "results", "clicks", "ranks", "refined")


def prune_statistics() -> None:
    """Sum up months that are over, then forget what is too old. Safe to repeat."""
    today = timezone.localdate()
    for month in _months_to_sum_up(today):
        _sum_up(month)
    oldest = today - timedelta(days=DAYS_KEPT)
    for model in (QueryDay, Refinement, RecordDay):
        model._default_manager.filter(day__lt=oldest).delete()
    StoredQuery.objects.filter(days=None, refined_from=None, refined_to=None).delete()
    MonthCount.objects.filter(month__lt=_months_before(today, MONTHS_KEPT)).delete()
    over = Gap.objects.filter(state__in=[GapState.DONE, GapState.DECLINED])
    over.filter(closed_on__lt=today - GAPS_KEPT).delete()


def _months_to_sum_up(today: date) -> list[date]:
    """Months before this one that have days but no sums yet."""
    days = QueryDay.objects.filter(day__lt=today.replace(day=1))
    months = days.annotate(month=TruncMonth("day")).order_by("month").values_list("month", flat=True)
    summed = set(MonthCount.objects.order_by().values_list("month", flat=True).distinct())
    return [month for month in months.distinct() if month not in summed]


@transaction.atomic
def _sum_up(month: date) -> None:
    days = QueryDay.objects.filter(day__year=month.year, day__month=month.month)
    sums = {f"sum_{name}": Sum(name) for name in COUNTS}
    fields = ("query__language", "query__text")
    named: Iterable[Any] = days.exclude(query__text="").values(*fields).annotate(**sums)
    kept = [counts for counts in named if counts["sum_searches"] >= FEWEST_IN_A_MONTH]
    rows = [_row(month, counts, counts["query__text"]) for counts in kept]
    by_language: Iterable[Any] = days.values("query__language").annotate(**sums)
    for everything in by_language:
        rest = {name: everything[name] for name in sums}
        for counts in kept:
            if counts["query__language"] == everything["query__language"]:
                rest = {name: value - counts[name] for name, value in rest.items()}
        rows.append(_row(month, {**everything, **rest}, ""))
    MonthCount.objects.bulk_create(rows, ignore_conflicts=True)


def _row(month: date, counts: dict[str, Any], text: str) -> MonthCount:
    values = {name: counts[f"sum_{name}"] for name in COUNTS}
    return MonthCount(month=month, language=counts["query__language"], text=text, **values)


def _months_before(day: date, months: int) -> date:
    """The first of the month, so many months ago."""
    total = day.year * 12 + day.month - 1 - months
    return date(total // 12, total % 12 + 1, 1)
