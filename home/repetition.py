"""Days on which something that repeats takes place."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from home.enums import Repetition


def days(first: date, repetition: str, until: date | None) -> Iterator[date]:
    """The day itself and its repetitions up to and including `until`."""
    last = until or first
    if repetition in {Repetition.WEEKLY, Repetition.FORTNIGHTLY}:
        step = timedelta(weeks=1 if repetition == Repetition.WEEKLY else 2)
        day = first
        while day <= last:
            yield day
            day += step
    elif repetition in {Repetition.MONTHLY_DATE, Repetition.MONTHLY_WEEKDAY}:
        yield from (day for day in _monthly(first, repetition, last) if day <= last)
    else:
        yield first


def _monthly(first: date, repetition: str, last: date) -> Iterator[date]:
    """Months without such a day (31 February, a fifth Friday) are left out."""
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        month_days = calendar.monthrange(year, month)[1]
        day = first.day
        if repetition == Repetition.MONTHLY_WEEKDAY:
            week = (first.day - 1) // 7
            day = 1 + (first.weekday() - date(year, month, 1).weekday()) % 7 + 7 * week
        if day <= month_days:
            yield date(year, month, day)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
