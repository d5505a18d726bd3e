"""From "every second Tuesday until June" to single dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.utils import timezone

from home.models import EventSchedule
from home.repetition import days

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


def _occurrence(start: datetime, length: timedelta | None, all_day: bool) -> Occurrence:
    end = start + length if length is not None else None
    if all_day:
        last_day = (end or start).date()
        over = datetime.combine(last_day + timedelta(days=1), time())
    else:
        over = end or start + SHOWN_WITHOUT_END
    # In the night that is an hour shorter, what begins within that hour would end before.
    began = _aware(start)
    return Occurrence(began, max(_aware(end), began) if end else None, max(_aware(over), began), all_day)


def _local(moment: datetime) -> datetime:
    return timezone.make_naive(moment)


def _aware(moment: datetime) -> datetime:
    return timezone.make_aware(moment).astimezone(UTC)
