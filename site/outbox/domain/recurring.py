"""The schedule: each recurring work becomes a job when its time has come.

So it has what every job has: one worker does it, a killed one's work is taken up, failures are
retried and shown. What was missed while no worker ran is done once when one is back.
"""

import time
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from outbox.domain.jobs import enqueue
from outbox.models import ScheduleEntry
from outbox.registries import Recurring, schedule

RECURRING_KIND = "outbox.recurring"


def next_run(recurring: Recurring, after: datetime) -> datetime:
    """The first time later than `after`: full multiples of `every` on the clock, or `daily_at` local time."""
    if recurring.every is not None:
        step = recurring.every.total_seconds()
        return datetime.fromtimestamp((after.timestamp() // step + 1) * step, tz=after.tzinfo)
    if recurring.daily_at is None:
        raise ValueError(f"{recurring.name} has no time")
    local = timezone.localtime(after)
    today = timezone.make_aware(datetime.combine(local.date(), recurring.daily_at))
    if today > after:
        return today
    return timezone.make_aware(datetime.combine(local.date() + timedelta(days=1), recurring.daily_at))


def start_due() -> datetime | None:
    """Enqueue what is due; the time at which to look again, None with an empty schedule."""
    now = timezone.now()
    planned = dict(ScheduleEntry.objects.values_list("name", "next_at"))
    upcoming = []
    for recurring in schedule:
        following = next_run(recurring, now)
        upcoming.append(following)
        at = planned.get(recurring.name)
        if at is None:
            ScheduleEntry.objects.bulk_create(
                [ScheduleEntry(name=recurring.name, next_at=following)], ignore_conflicts=True
            )
        elif at <= now:
            _start(recurring, at, following)
        elif at > following:  # The schedule was tightened, or the clock set back.
            ScheduleEntry.objects.filter(name=recurring.name, next_at=at).update(next_at=following)
    return min(upcoming, default=None)


def run_recurring(key: str, payload: dict) -> None:
    """Job handler: do the work named `key` and note how it went."""
    recurring = schedule.get(key)
    if recurring is None:
        return
    started = time.monotonic()
    error = ""
    try:
        recurring.run()
    except Exception as failure:
        error = f"{type(failure).__name__}: {failure}"
        raise
    finally:
        ScheduleEntry.objects.filter(name=key).update(
            last_run_at=timezone.now(), last_seconds=time.monotonic() - started, last_error=error[:4000]
        )


def _start(recurring: Recurring, at: datetime, following: datetime) -> None:
    """Of several workers that see the same due time, the one whose UPDATE still finds it starts the work."""
    with transaction.atomic():
        if ScheduleEntry.objects.filter(name=recurring.name, next_at=at).update(next_at=following):
            enqueue(RECURRING_KIND, recurring.name)
