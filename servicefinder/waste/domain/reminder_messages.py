"""What each household is told about a day."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from servicefinder.addresses.domain.ranges import holds

from ..models import Reminder, TourRange
from .due_bins import Bins, DueBin
from .houses import Span
from .reminder_seals import open_emails

Ranges = dict[int, list[tuple[int, Span]]]


class Message(NamedTuple):
    """What one household is told; with `corrects` what was told before has changed."""

    reminder: Reminder
    email: str
    day: date
    bins: tuple[DueBin, ...]
    corrects: bool


def messages(reminders: Sequence[Reminder], day: date, bins: Bins, corrects: bool) -> list[Message]:
    """For those whose bins are among these. Two queries."""
    ranges = _ranges(reminders, bins) if reminders else {}
    due = [(each, found) for each in reminders if (found := _wanted(each, bins, ranges))]
    emails = open_emails((each.pk, each.sealed_email) for each, _ in due)
    return [Message(each, emails[each.pk], day, found, corrects) for each, found in due if each.pk in emails]


def _wanted(reminder: Reminder, bins: Bins, ranges: Ranges) -> tuple[DueBin, ...]:
    """What is due at the reminder's house and asked for."""
    house = reminder.address
    spans = ranges.get(house.street_id, ())
    tours = dict.fromkeys(tour for tour, span in spans if holds(span, house.number, house.suffix))
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
