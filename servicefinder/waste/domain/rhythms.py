"""On which days a rhythm falls."""

from collections.abc import Iterable
from datetime import date, timedelta

from ..enums import RhythmKind
from ..models import Rhythm

DAYS_OF_WEEK = 7
MONTHS = 12


def days_between(rhythm: Rhythm, start: date, end: date) -> list[date]:
    """Its days from `start` to `end`, both included, in order; never outside its validity."""
    start, end = max(start, rhythm.valid_from), min(end, rhythm.valid_until)
    if rhythm.kind == RhythmKind.LISTED:
        return sorted({each.day for each in rhythm.dates.all() if start <= each.day <= end})
    if rhythm.anchor is None:
        return []
    if rhythm.kind == RhythmKind.MONTHLY:
        return monthly_days(rhythm.anchor.weekday(), rhythm.nth or 1, start, end)
    return weekly_days(rhythm.anchor, rhythm.interval, start, end)


def weekly_days(anchor: date, interval: int, start: date, end: date) -> list[date]:
    """Every `interval` weeks before and after `anchor`."""
    step = DAYS_OF_WEEK * max(interval, 1)
    first = start + timedelta(days=(anchor - start).days % step)
    return [first + timedelta(days=days) for days in range(0, (end - first).days + 1, step)]


def monthly_days(weekday: int, nth: int, start: date, end: date) -> list[date]:
    """The `nth` (1 to 4, -1 the last) `weekday` (Monday 0) of each month."""
    days = (nth_weekday(year, month, weekday, nth) for year, month in _months(start, end))
    return [day for day in days if start <= day <= end]


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // MONTHS, month % MONTHS + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _months(start: date, end: date) -> Iterable[tuple[int, int]]:
    first, last = start.year * MONTHS + start.month - 1, end.year * MONTHS + end.month - 1
    return ((index // MONTHS, index % MONTHS + 1) for index in range(first, last + 1))
