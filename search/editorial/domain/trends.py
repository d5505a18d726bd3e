"""How searches went over time, as columns of a chart."""

from datetime import date, timedelta

from django.db.models import Sum
from django.utils.formats import date_format

from charts.bars import BarChart, Series

from ..models import MonthCount, QueryDay
from .periods import Period

MONTHS = 12


def trend(period: Period, language: str = "") -> BarChart:
    """One column per day of the period, or for the twelve months until the chosen one. One query."""
    points = _months(period, language) if period.is_month else _days(period, language)
    return BarChart(
        title="Suchen im Monat" if period.is_month else "Suchen am Tag",
        categories=tuple(label for label, _, _ in points),
        series=(
            Series("Gesucht", tuple(searches for _, searches, _ in points)),
            Series("Nichts gefunden", tuple(empty for _, _, empty in points)),
        ),
        first_heading="Zeit",
    )


def _days(period: Period, language: str) -> list[tuple[str, int, int]]:
    days = QueryDay.objects.filter(day__range=(period.first, period.last))
    if language:
        days = days.filter(query__language=language)
    sums = days.values("day").annotate(asked=Sum("searches"), nothing=Sum("empty"))
    counts: dict[date, tuple[int, int]] = {row["day"]: (row["asked"], row["nothing"]) for row in sums}
    every = [period.first + timedelta(days=n) for n in range((period.last - period.first).days + 1)]
    return [(date_format(day, "j.n."), *counts.get(day, (0, 0))) for day in every]


def _months(period: Period, language: str) -> list[tuple[str, int, int]]:
    months = MonthCount.objects.filter(month__lte=period.first)
    if language:
        months = months.filter(language=language)
    sums = months.values("month").annotate(asked=Sum("searches"), nothing=Sum("empty")).order_by("-month")
    rows = list(sums[:MONTHS])[::-1]
    return [(date_format(row["month"], "n/Y"), row["asked"], row["nothing"]) for row in rows]
