"""Which house somebody means: "ostanl 5a", or street and number apart."""

import re

from django.db.models import Q

from servicefinder.addresses.domain.folding import folded_street
from servicefinder.addresses.models import Address

LONGEST = 200
FOUND_AT_MOST = 12
_HOUSE = re.compile(r"(?P<number>\d{1,6})\s*(?P<suffix>[a-z]?)(?:\s*[-–/].*)?$", re.IGNORECASE)


class NotAHouseNumber(Exception):
    """What stands for the number is none."""


def addresses_for(text: str, limit: int = FOUND_AT_MOST) -> list[Address]:
    """Houses by street and number in one text; without a number the first houses of the streets."""
    text = " ".join(text.replace("\x00", " ").split())[:LONGEST]
    match = _HOUSE.search(text)
    street = folded_street(text[: match.start()] if match else text)
    if not street:
        return []
    found = Address.objects.filter(street__folded__startswith=street)
    if match:
        found = found.filter(number=int(match["number"]))
        if match["suffix"]:
            found = found.filter(suffix=match["suffix"].lower())
    ordered = found.select_related("street").order_by("street__sort_key", "number", "suffix")
    exact = [each for each in ordered.filter(street__folded=street)[:limit] if match]
    return exact or list(ordered[:limit])


def address_at(street: str, number: str) -> Address | None:
    """The house `number` ("5", "5 a") of the street that is called so. Raises NotAHouseNumber."""
    key = folded_street(street[:LONGEST].replace("\x00", " "))
    return _house(Q(street__folded=key), number) if key else None


def address_of_street(street_id: int, number: str) -> Address | None:
    """The house `number` of a street. Raises NotAHouseNumber."""
    return _house(Q(street=street_id), number)


def _house(street: Q, number: str) -> Address | None:
    match = _HOUSE.fullmatch(number.strip()[:20])
    if match is None:
        raise NotAHouseNumber
    house = Address.objects.select_related("street").filter(
        street, number=int(match["number"]), suffix=match["suffix"].lower()
    )
    return house.first()
