"""Writing the mails about a day: in batches, each with its place in one transaction, so that none is lost or
written twice, whatever dies in between.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from outbox.domain.mail import MailDraft, queue_mails

from ..enums import CollectionState, PlanState, ReminderHour
from ..models import Collection, Reminder, ReminderRun, TourRange
from .houses import Span, span_holds
from .reminder_seals import open_emails

BATCH = 200
EVENING, MORNING, TOO_LATE = time(18), time(6), time(12)
KEEP_RUNS = timedelta(days=30)


class DueBin(NamedTuple):
    fraction_id: int
    name: str
    name_en: str


class Message(NamedTuple):
    """What one household is told; `write` makes a mail of it."""

    reminder: Reminder
    email: str
    day: date
    bins: tuple[DueBin, ...]


Write = Callable[[Message], MailDraft]
Bins = dict[int, list[DueBin]]
Ranges = dict[int, list[tuple[int, Span]]]


def due_runs(now: datetime) -> Iterator[tuple[date, str]]:
    """By the clock on the wall: the evening before until the morning, the morning until noon. A worker that
    was down makes up for it within these hours; a mail after the bins were emptied helps nobody.
    """
    today, clock = now.date(), now.time()
    if clock >= EVENING:
        yield today + timedelta(days=1), ReminderHour.EVENING
    if clock < MORNING:
        yield today, ReminderHour.EVENING
    if MORNING <= clock < TOO_LATE:
        yield today, ReminderHour.MORNING


def remind(write: Write, now: datetime | None = None) -> int:
    """Queue what is due and not yet queued; how many mails."""
    moment = timezone.localtime(now)
    ReminderRun.objects.filter(day__lt=moment.date() - KEEP_RUNS).delete()
    return sum(_run(day, hour, write) for day, hour in due_runs(moment))


def _run(day: date, hour: str, write: Write) -> int:
    run, _ = ReminderRun.objects.get_or_create(day=day, hour=hour)
    bins = _bins_on(day)
    written = 0
    while run.done_at is None:
        queued = _batch(run, bins, write)
        if queued is None:  # Another worker is at it.
            return written
        written += queued
    return written


def _batch(run: ReminderRun, bins: Bins, write: Write) -> int | None:
    wanted = Reminder.objects.filter(hour=run.hour, confirmed_at__isnull=False)
    if run.after:
        wanted = wanted.filter(pk__gt=run.after)
    reminders = list(wanted.select_related("address__street").order_by("pk")[:BATCH]) if bins else []
    after = reminders[-1].pk if reminders else run.after
    done_at = None if len(reminders) == BATCH else timezone.now()
    messages = _messages(reminders, run.day, bins)
    with transaction.atomic():
        mine = ReminderRun.objects.filter(pk=run.pk, after=run.after, done_at=None)
        if not mine.update(after=after, done_at=done_at):
            return None
        queue_mails(map(write, messages))
    run.after, run.done_at = after, done_at
    return len(messages)


def _bins_on(day: date) -> Bins:
    """Tour → what it collects on the day."""
    rows = Collection.objects.filter(day=day, tour__plan__state=PlanState.PUBLISHED)
    rows = rows.exclude(state=CollectionState.CANCELLED).order_by("fraction__order")
    found: Bins = defaultdict(list)
    for tour, pk, name, name_en in rows.values_list(
        "tour", "fraction", "fraction__name", "fraction__name_en"
    ):
        found[tour].append(DueBin(pk, name, name_en))
    return found


def _messages(reminders: Sequence[Reminder], day: date, bins: Bins) -> list[Message]:
    ranges = _ranges(reminders, bins) if reminders else {}
    due = [(each, found) for each in reminders if (found := wanted_bins(each, bins, ranges))]
    emails = open_emails((each.pk, each.sealed_email) for each, _ in due)
    return [Message(each, emails[each.pk], day, found) for each, found in due if each.pk in emails]


def wanted_bins(reminder: Reminder, bins: Bins, ranges: Ranges) -> tuple[DueBin, ...]:
    """What is due at the reminder's house and asked for."""
    house = reminder.address
    spans = ranges.get(house.street_id, ())
    tours = dict.fromkeys(tour for tour, span in spans if span_holds(span, house.number, house.suffix))
    found = dict.fromkeys(each for tour in tours for each in bins.get(tour, ()))
    return tuple(each for each in found if not reminder.fractions or each.fraction_id in reminder.fractions)


def _ranges(reminders: Sequence[Reminder], bins: Bins) -> Ranges:
    """Street → ranges of the tours that come on the day. One query."""
    streets = {each.address.street_id for each in reminders}
    found: Ranges = defaultdict(list)
    rows = TourRange.objects.filter(street__in=streets).values_list("street", "tour", *Span._fields)
    for street, tour, *span in rows:
        if tour in bins:
            found[street].append((tour, Span._make(span)))
    return found
