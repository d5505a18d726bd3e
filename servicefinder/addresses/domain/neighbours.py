"""The houses next to one that is not there: the street is right, the number is not."""

from typing import NamedTuple

from django.db.models import F
from django.db.models.functions import Abs

from ..models import Address
from .asked import readings
from .lookup import houses_for

SHOWN = 6


class Neighbours(NamedTuple):
    street: str
    number: str
    houses: list[Address]


def neighbours_of(text: str) -> Neighbours | None:
    """None where no number was typed, or where not exactly one street may be meant."""
    for asked in readings(text):
        if asked.number is None:
            continue
        streets = {house.street_id: house.street for house in houses_for(asked.street)}
        if len(streets) == 1:
            ((pk, street),) = streets.items()
            near = Address.objects.filter(street=pk).annotate(far=Abs(F("number") - asked.number))
            houses = near.select_related("street").order_by("far", "number", "suffix")[:SHOWN]
            number = f"{asked.number} {asked.suffix}".strip()
            return Neighbours(street, number, sorted(houses, key=lambda each: (each.number, each.suffix)))
    return None
