"""Whether each house has each fraction once."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from ..outlooks import Codes, Outlook

EXAMPLES = 5


@dataclass
class Houses:
    """How many, and the first few of them."""

    number: int = 0
    first: list[UUID] = field(default_factory=list)

    def add(self, house: UUID) -> None:
        self.number += 1
        if self.number <= EXAMPLES:
            self.first.append(house)


class Coverage(NamedTuple):
    """`unserved`: no tour at all; `without`, `doubled`: fraction → houses that some tour serves."""

    unserved: Houses
    without: dict[int, Houses]
    doubled: dict[int, Houses]


class Faults(NamedTuple):
    missing: frozenset[int]
    doubled: frozenset[int]


def coverage_of(outlook: Outlook) -> Coverage:
    """Due is what any tour takes on any day. No query."""
    taken = taken_by_tours(outlook)
    due = frozenset().union(*taken.values())
    faults: dict[Codes, Faults] = {}
    found = Coverage(Houses(), defaultdict(Houses), defaultdict(Houses))
    for house, codes in outlook.houses.items():
        if not codes:
            found.unserved.add(house)
            continue
        if codes not in faults:
            faults[codes] = _faults(codes, taken, due)
        for fraction in faults[codes].missing:
            found.without[fraction].add(house)
        for fraction in faults[codes].doubled:
            found.doubled[fraction].add(house)
    return found


def taken_by_tours(outlook: Outlook) -> dict[str, frozenset[int]]:
    """Tour → fractions that it takes on one day at least."""
    return {
        code: frozenset(pk for pk, days in fractions.items() if any(days.values()))
        for code, fractions in outlook.tours.items()
    }


def _faults(codes: Codes, taken: dict[str, frozenset[int]], due: frozenset[int]) -> Faults:
    times = Counter(fraction for code in codes for fraction in taken.get(code, ()))
    return Faults(due - times.keys(), frozenset(pk for pk, number in times.items() if number > 1))
