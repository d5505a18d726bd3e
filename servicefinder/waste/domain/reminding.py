"""Writing the mails about a day: in batches, each with its place in one transaction, so that none is lost or
written twice, whatever dies in between. What changes afterwards is told to the same people by a further run.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from outbox.domain.mail import MailDraft, queue_mails

from ..enums import ReminderHour
from ..models import Reminder, ReminderRun
from .due_bins import Bins, bins_of, changed_bins, due_on
from .reminder_messages import Message, messages

BATCH = 200
EVENING, MORNING, TOO_LATE = time(18), time(6), time(12)
KEEP_RUNS = timedelta(days=30)
ONE_DAY = timedelta(days=1)

Write = Callable[[Message], MailDraft]


def due_runs(now: datetime) -> Iterator[tuple[date, str]]:
    """By the clock on the wall: the evening before until the morning, the morning until noon. A worker that
    was down makes up for it within these hours; a mail after the bins were emptied helps nobody.
    """
    today, clock = now.date(), now.time()
    if clock >= EVENING:
        yield today + ONE_DAY, ReminderHour.EVENING
    if clock < MORNING:
        yield today, ReminderHour.EVENING
    if MORNING <= clock < TOO_LATE:
        yield today, ReminderHour.MORNING


def remind(write: Write, now: datetime | None = None) -> int:
    """Queue what is due and not yet queued, and what corrects it; how many mails."""
    moment = timezone.localtime(now)
    today = moment.date()
    ReminderRun.objects.filter(day__lt=today - KEEP_RUNS).delete()
    written = sum(_finish(_first_run(day, hour), write) for day, hour in due_runs(moment))
    told = list(ReminderRun.objects.filter(day__range=(today, today + ONE_DAY)).order_by("pk"))
    latest = {(run.day, run.hour): run for run in told}.values()
    return written + sum(_correct(run, moment, write) for run in latest)


def _first_run(day: date, hour: str) -> ReminderRun:
    run, _ = ReminderRun.objects.get_or_create(
        day=day, hour=hour, correction=0, defaults={"told": due_on(day)}
    )
    return run


def _correct(run: ReminderRun, now: datetime, write: Write) -> int:
    """Tell what has changed since this run, the last one about its day; or go on with a correction."""
    if run.done_at is None:
        return _finish(run, write) if run.correction else 0
    due = due_on(run.day)
    if run.day == now.date() and now.time() >= TOO_LATE:  # What is new today comes too late.
        due = sorted(set(due) & set(run.told))
    if due == run.told:
        return 0
    following, _ = ReminderRun.objects.get_or_create(
        day=run.day, hour=run.hour, correction=run.correction + 1, defaults={"told": due}
    )
    return _finish(following, write)


def _finish(run: ReminderRun, write: Write) -> int:
    if run.done_at:
        return 0
    bins, written = _bins(run), 0
    while run.done_at is None:
        queued = _batch(run, bins, write)
        if queued is None:  # Another worker is at it.
            break
        written += queued
    return written


def _bins(run: ReminderRun) -> Bins:
    if not run.correction:
        return bins_of(run.told)
    before = ReminderRun.objects.get(day=run.day, hour=run.hour, correction=run.correction - 1)
    return changed_bins(before.told, run.told)


def _batch(run: ReminderRun, bins: Bins, write: Write) -> int | None:
    wanted = Reminder.objects.filter(hour=run.hour, confirmed_at__isnull=False)
    if run.after:
        wanted = wanted.filter(pk__gt=run.after)
    reminders = list(wanted.select_related("address__street").order_by("pk")[:BATCH]) if bins else []
    after = reminders[-1].pk if reminders else run.after
    done_at = None if len(reminders) == BATCH else timezone.now()
    found = messages(reminders, run.day, bins, run.correction > 0)
    with transaction.atomic():
        mine = ReminderRun.objects.filter(pk=run.pk, after=run.after, done_at=None)
        if not mine.update(after=after, done_at=done_at):
            return None
        queue_mails(map(write, found))
    run.after, run.done_at = after, done_at
    return len(found)
