"""What each household is told about a day."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ..models import Reminder, ServedRange
from .due_bins import Bins, DueBin
from .houses import Spans, spans_of, tours_at
from .reminder_seals import open_emails


class Message(NamedTuple):
    """What one household is told; with `corrects` what was told before has changed."""

    reminder: Reminder
    email: str
    day: date
    bins: tuple[DueBin, ...]
    corrects: bool


def messages(reminders: Sequence[Reminder], day: date, bins: Bins, corrects: bool) -> list[Message]:
    """For those whose bins are among these. Two queries."""
    streets = {each.address.street_id for each in reminders}
    coming = ServedRange.objects.filter(street__in=streets, tour__in=list(bins))
    spans = spans_of(coming) if reminders else {}
    due = [(each, found) for each in reminders if (found := _wanted(each, bins, spans))]
    emails = open_emails((each.pk, each.sealed_email) for each, _ in due)
    return [Message(each, emails[each.pk], day, found, corrects) for each, found in due if each.pk in emails]


def _wanted(reminder: Reminder, bins: Bins, spans: Spans) -> tuple[DueBin, ...]:
    """What is due at the reminder's house and asked for."""
    house = reminder.address
    tours = tours_at(spans, house.street_id, house.number, house.suffix)
    found = dict.fromkeys(each for tour in tours for each in bins.get(tour, ()))
    return tuple(each for each in found if not reminder.fractions or each.fraction_id in reminder.fractions)
