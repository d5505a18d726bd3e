"""What a calendar's content depends on, so that nobody gets twice what has not changed."""

from datetime import date
from hashlib import sha256

from .schedules import Served
from .subscriptions import HouseholdChoice

FORM = 1  # Rises when the same days are written differently.


def calendar_tag(household: Served, choice: HouseholdChoice, start: date) -> str:
    """Strong ETag: tours with their last change, choice, first day. Each change moves `changed_at`."""
    parts = (FORM, household.name, household.tours, choice.fractions, choice.alarm, start)
    return f'"{sha256(repr(parts).encode()).hexdigest()[:32]}"'
