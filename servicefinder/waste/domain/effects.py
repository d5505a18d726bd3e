"""What a change does to addresses, before anybody sees it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from ..models import Plan
from .outlooks import Codes, FractionDays, Outlook, planned_outlook, public_outlook

Pattern = tuple[Codes, Codes]  # Tours that serve a house before and after.


class DayChange(NamedTuple):
    """`before` None: it is new; `after` None: it goes."""

    fraction_id: int
    before: date | None
    after: date | None


@dataclass
class Effect:
    """Houses in the order of streets; those with the same tours share the list of their days."""

    total: int = 0
    houses: list[tuple[UUID, Pattern]] = field(default_factory=list)
    changes: dict[Pattern, list[DayChange]] = field(default_factory=dict)

    @property
    def days(self) -> int:
        """All changed days of all houses."""
        counts = Counter(pattern for _, pattern in self.houses)
        return sum(len(self.changes[pattern]) * count for pattern, count in counts.items())

    def by_fraction(self) -> dict[int, int]:
        """Fraction → houses for which any of its days changes."""
        found: Counter[int] = Counter()
        for pattern, count in Counter(pattern for _, pattern in self.houses).items():
            for fraction_id in {change.fraction_id for change in self.changes[pattern]}:
                found[fraction_id] += count
        return dict(found)


def effect_of_publication(plan: Plan, since: date, outlook: Outlook | None = None) -> Effect:
    """What would change if the plan were published now. Days before `since` are over."""
    after = outlook or planned_outlook(plan)
    return compare(public_outlook(plan), after, since)


def effect_of(plan: Plan, change: Callable[[], None], since: date) -> Effect:
    """What would change if `change` were done, and published; nothing of it stays."""
    before = planned_outlook(plan)
    with transaction.atomic():
        change()
        after = planned_outlook(plan)
        transaction.set_rollback(True)
    return compare(before, after, since)


def compare(before: Outlook, after: Outlook, since: date) -> Effect:
    effect = Effect(total=len(after.houses))
    for pk, codes in after.houses.items():
        pattern = (before.houses.get(pk, ()), codes)
        if pattern not in effect.changes:
            effect.changes[pattern] = _changes(
                _days(before.tours, pattern[0]), _days(after.tours, pattern[1]), since
            )
        if effect.changes[pattern]:
            effect.houses.append((pk, pattern))
    return effect


def _days(tours: dict[str, FractionDays], codes: Codes) -> dict[tuple[int, date], date | None]:
    """(fraction, planned day) → day."""
    return {
        (fraction_id, planned_on): day
        for code in codes
        for fraction_id, days in tours.get(code, {}).items()
        for planned_on, day in days.items()
    }


def _changes(
    before: dict[tuple[int, date], date | None], after: dict[tuple[int, date], date | None], since: date
) -> list[DayChange]:
    found = [
        DayChange(key[0], before.get(key), after.get(key))
        for key in before.keys() | after.keys()
        if before.get(key) != after.get(key)
    ]
    shown = (each for each in found if max(each.before or date.min, each.after or date.min) >= since)
    return sorted(shown, key=lambda each: (each.before or each.after or date.min, each.fraction_id))
