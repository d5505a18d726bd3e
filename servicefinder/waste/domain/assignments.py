"""Which tour serves which houses of a street: no house without a tour, none with two for one bin."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db import transaction

from servicefinder.addresses.domain.ranges import Range, holds, in_words
from servicefinder.addresses.models import Address, Street

from ..enums import StepKind
from ..models import Plan, Tour, TourRange
from .edit_stamps import check_seen, stamp_of_street
from .editing import take_for_editing
from .journal import note
from .outlooks import bins_of
from .undoing import remember

ROWS_AT_ONCE = 500
House = str


class Part(NamedTuple):
    """Houses of a street and the code of their tour; `name`: the line or row where that stands."""

    name: Any
    tour: str
    houses: Range


@dataclass
class Faults:
    """`holes`: street → houses without a tour; `doubles`: names of two parts → houses of both."""

    holes: dict[int, list[House]] = field(default_factory=lambda: defaultdict(list))
    doubles: dict[tuple[Any, Any], list[House]] = field(default_factory=lambda: defaultdict(list))


def faults_of(plan: Plan, streets: dict[int, list[Part]]) -> Faults:
    """By the houses that there are, if the streets had exactly these parts. Two queries."""
    found, bins = Faults(), bins_of(plan)
    rows = Address.objects.order_by("street__sort_key", "street_id", "number", "suffix")
    if len(streets) == 1:
        rows = rows.filter(street__in=streets)
    for street, number, suffix in rows.values_list("street_id", "number", "suffix"):
        if street not in streets:
            continue
        serving = [part for part in streets[street] if holds(part.houses, number, suffix)]
        house = f"{number}{suffix}"
        if not serving:
            found.holes[street].append(house)
        for place, part in enumerate(serving):
            for earlier in serving[:place]:
                if bins.get(part.tour, set()) & bins.get(earlier.tour, set()):
                    found.doubles[earlier.name, part.name].append(house)
    return found


def write_ranges(plan: Plan, ranges: Iterable[TourRange]) -> None:
    """The streets that are named have then exactly these; the others stay."""
    rows = list(ranges)
    TourRange.objects.filter(tour__plan=plan, street__in={each.street_id for each in rows}).delete()
    for each in rows:
        each.pk = None
    TourRange.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)


@transaction.atomic
def assign_street(
    plan: Plan, street: Street, ranges: list[TourRange], user: Any = None, *, seen: str
) -> None:
    """The street's houses go to these tours, once the plan is published. `ranges` are unsaved and checked.

    Raises NotPlannable where somebody was quicker.
    """
    take_for_editing(plan, user)
    check_seen(seen, stamp_of_street(plan, street))
    before = remember(plan, streets=[street.pk])
    write_ranges(plan, ranges)
    label = "; ".join(f"{in_words(each)}: {each.tour.name}" for each in ranges)
    note(plan, StepKind.HOUSES, f"{street.name}: {label}", user, before)


@transaction.atomic
def hand_over(plan: Plan, tour: Tour, successor: Tour) -> None:
    """All houses of a tour to another one. The plan must be held."""
    TourRange.objects.filter(tour=tour, tour__plan=plan).update(tour=successor)
