"""How searches went over time, as bars of a chart."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Sum
from django.utils.formats import date_format

from ..models import MonthCount, QueryDay
from .periods import Period

WIDTH, HEIGHT, BAR_SHARE = 720, 160, 0.8
MONTHS = 12


@dataclass(frozen=True)
class Bar:
    """One day or month; `x` to `empty_height` in units of the drawing, whose height is 160."""

    label: str
    searches: int
    empty: int
    x: float
    width: float
    y: float
    height: float
    empty_y: float
    empty_height: float


def trend(period: Period, language: str = "") -> list[Bar]:
    """One bar per day of the period, or for the twelve months until the chosen one. One query."""
    points = _months(period, language) if period.is_month else _days(period, language)
    highest = max((searches for _, searches, _ in points), default=0) or 1
    step = WIDTH / max(len(points), 1)
    return [
        _bar(label, searches, empty, place * step, step * BAR_SHARE, HEIGHT / highest)
        for place, (label, searches, empty) in enumerate(points)
    ]


def _bar(label: str, searches: int, empty: int, x: float, width: float, scale: float) -> Bar:
    height, empty_height = round(searches * scale, 1), round(empty * scale, 1)
    return Bar(
        label,
        searches,
        empty,
        round(x, 1),
        round(width, 1),
        round(HEIGHT - height, 1),
        height,
        round(HEIGHT - empty_height, 1),
        empty_height,
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
