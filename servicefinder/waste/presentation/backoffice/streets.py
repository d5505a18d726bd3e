"""Streets with the tours of their houses, a page at a time."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count

from servicefinder.addresses.domain.folding import folded_street
from servicefinder.addresses.domain.ranges import in_words
from servicefinder.addresses.models import Address, Street

from ...models import Plan, TourRange

STREETS_PER_PAGE = 50


@dataclass(frozen=True)
class StreetRow:
    street: Street
    houses: int
    parts: list[str]  # `1–41 ungerade: Tour A1`


@dataclass(frozen=True)
class StreetPage:
    rows: list[StreetRow]
    page: Any


def street_rows(plan: Plan, asked: str, page: str | None) -> StreetPage:
    """Streets whose name holds what was typed, as it is compared. Four queries."""
    streets = Street.objects.order_by("sort_key", "pk")
    if asked.strip():
        streets = streets.filter(folded__contains=folded_street(asked))
    shown = Paginator(streets, STREETS_PER_PAGE).get_page(page)
    mine = list(shown.object_list)
    houses = Address.objects.filter(street__in=mine).values("street").annotate(count=Count("pk"))
    counted = dict(houses.values_list("street", "count").order_by())
    parts = _parts(plan, mine)
    return StreetPage([StreetRow(each, counted.get(each.pk, 0), parts[each.pk]) for each in mine], shown)


def houses_of_street(street: Street) -> str:
    """Which there are: so one sees whether the parts of the street hold all of them."""
    found = Address.objects.filter(street=street).order_by("number", "suffix")
    numbers = [f"{number} {suffix}".strip() for number, suffix in found.values_list("number", "suffix")]
    if len(numbers) > 1:
        return f"In dieser Straße sind {len(numbers)} Häuser bekannt: Nr. {numbers[0]} bis {numbers[-1]}."
    return f"In dieser Straße ist {f'nur Nr. {numbers[0]}' if numbers else 'kein Haus'} bekannt."


def _parts(plan: Plan, streets: list[Street]) -> dict[int, list[str]]:
    rows = TourRange.objects.filter(tour__plan=plan, street__in=streets).select_related("tour")
    ordered = rows.order_by("street", "first_number", "first_suffix", "parity", "tour__code")
    found: dict[int, list[str]] = defaultdict(list)
    for street, group in groupby(ordered, key=lambda row: row.street_id):
        found[street] = [f"{in_words(row)}: {row.tour.name}" for row in group]
    return found
