"""What a calendar's content depends on, so that nobody gets twice what has not changed."""

from datetime import date
from hashlib import sha256
from typing import NamedTuple

from django.utils import timezone

from .schedules import Served, first_day, served
from .subscriptions import HouseholdChoice

FORM = 1  # Rises when the same days are written differently.


class Stamp(NamedTuple):
    """A household, the first day of its calendar, and the strong ETag of what it gets."""

    household: Served
    start: date
    tag: str


def stamp_of(choice: HouseholdChoice) -> Stamp | None:
    """None where there is no such address any longer. One query, two where no tour comes."""
    household = served(choice.address_id)
    if household is None:
        return None
    start = first_day(timezone.localdate())
    return Stamp(household, start, _tag(household, choice, start))


def _tag(household: Served, choice: HouseholdChoice, start: date) -> str:
    """Tours with their last change, choice, first day. Each change moves `changed_at`."""
    parts = (FORM, household.name, household.tours, choice.fractions, choice.alarm, start)
    return f'"{sha256(repr(parts).encode()).hexdigest()[:32]}"'
