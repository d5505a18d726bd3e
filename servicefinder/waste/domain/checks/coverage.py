"""Whether each address has each fraction of a public plan once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from outbox.enums import Severity
from outbox.registries import Finding
from servicefinder.addresses.models import Address

from ...enums import PlanState
from ...models import Collection, Fraction, Plan, TourRange
from ..houses import spans_of, tours_at

EXAMPLES = 5
ADDRESSES_AT_ONCE = 2000


@dataclass
class Count:
    """How many addresses, and the first few of them."""

    number: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, name: str) -> None:
        self.number += 1
        if self.number <= EXAMPLES:
            self.examples.append(name)

    def __str__(self) -> str:
        more = f" und {self.number - EXAMPLES} weitere" if self.number > EXAMPLES else ""
        return f"{', '.join(self.examples)}{more}"


def coverage_findings(today: date) -> Iterator[Finding]:
    """For the public plans of this year and later. Bounded memory: addresses come one by one."""
    for plan in Plan.objects.filter(state=PlanState.PUBLISHED, year__gte=today.year).order_by("year"):
        yield from _findings(plan)


def _findings(plan: Plan) -> Iterator[Finding]:
    taken = _fractions_of_tours(plan)
    due = set().union(*taken.values())
    missing: dict[int, Count] = defaultdict(Count)
    doubled: dict[int, Count] = defaultdict(Count)
    for name, tours in _tours_of_addresses(plan):
        counts = [fraction for tour in tours for fraction in taken.get(tour, ())]
        for fraction in due:
            if (times := counts.count(fraction)) != 1:
                (doubled if times else missing)[fraction].add(name)
    names = dict(Fraction.objects.values_list("pk", "name"))
    for pk, count in missing.items():
        yield Finding(Severity.ERROR, f"{plan.year}: {names[pk]} wird hier nicht abgeholt: {count}.")
    for pk, count in doubled.items():
        yield Finding(
            Severity.WARNING, f"{plan.year}: {names[pk]} steht hier in mehr als einer Tour: {count}."
        )


def _fractions_of_tours(plan: Plan) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = Collection.objects.filter(tour__plan=plan).values_list("tour", "fraction").order_by().distinct()
    for tour, fraction in rows:
        found[tour].add(fraction)
    return found


def _tours_of_addresses(plan: Plan) -> Iterator[tuple[str, set[int]]]:
    spans = spans_of(TourRange.objects.filter(tour__plan=plan))
    houses = Address.objects.order_by("street__sort_key", "number", "suffix")
    rows = houses.values_list("street", "street__name", "number", "suffix")
    for street, name, number, suffix in rows.iterator(chunk_size=ADDRESSES_AT_ONCE):
        yield f"{name} {number}{suffix}", set(tours_at(spans, street, number, suffix))
