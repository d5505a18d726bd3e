"""From "every second Tuesday until June" to single dates."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from home.enums import Repetition
from home.models import EventSchedule

SHOWN_WITHOUT_END = timedelta(hours=2)  # An event whose end nobody entered stays in the lists for so long.


@dataclass(frozen=True)
class Occurrence:
    """One date. `over_at` is when it leaves the lists; `end` is None when nobody knows it."""

    start: datetime
    end: datetime | None
    over_at: datetime
    all_day: bool


def occurrences(schedule: EventSchedule) -> Iterator[Occurrence]:
    """All dates of a schedule, in order. Repeated dates keep their time of day through summer time."""
    first = timezone.localtime(schedule.start)
    length = _local(schedule.end) - _local(schedule.start) if schedule.end else None
    for day in days(first.date(), schedule.repetition, schedule.until):
        if day not in schedule.skipped_days:
            yield _occurrence(datetime.combine(day, first.time()), length, schedule.all_day)


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


def _occurrence(start: datetime, length: timedelta | None, all_day: bool) -> Occurrence:
    end = start + length if length is not None else None
    if all_day:
        last_day = (end or start).date()
        over = datetime.combine(last_day + timedelta(days=1), time())
    else:
        over = end or start + SHOWN_WITHOUT_END
    return Occurrence(_aware(start), _aware(end) if end else None, _aware(over), all_day)


def _local(moment: datetime) -> datetime:
    return timezone.make_naive(moment)


def _aware(moment: datetime) -> datetime:
    return timezone.make_aware(moment)
