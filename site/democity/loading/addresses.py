"""About 300 streets with their houses: the same on every machine, so that links to an address hold."""

from collections.abc import Iterator
from math import cos, pi, sin
from random import Random
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.text import slugify

from democity.content_files import read
from servicefinder.addresses.domain.folding import folded_street
from servicefinder.addresses.domain.street_keys import write_keys
from servicefinder.addresses.models import Address, District, Street
from servicefinder.catalogue.domain.sorting import folded, sort_key

from .load import Load

METRES_NORTH, METRES_EAST = 1 / 111_200, 1 / 70_600  # One metre in degrees, at this latitude.
ROWS_AT_ONCE = 1000
GAPS, SUFFIXES = 0.08, 0.05  # How many numbers no house has, and how many houses are parted into a, b …


def load_addresses(load: Load) -> None:
    for entry in read("streets")["districts"]:
        district = District.objects.create(name=entry["name"], slug=slugify(folded(entry["name"])))
        load.mark(district)
        streets = Street.objects.bulk_create(map(_street, entry["streets"]))
        load.mark_all(list(streets))
        write_keys(streets)
        houses = (house for street in streets for house in _houses(street, district, entry))
        Address.objects.bulk_create(houses, batch_size=ROWS_AT_ONCE)


def _street(name: str) -> Street:
    return Street(name=name, folded=folded_street(name), sort_key=sort_key(name))


def _houses(street: Street, district: District, entry: dict[str, Any]) -> Iterator[Address]:
    """Odd numbers on the left, even ones on the right, along a line from somewhere in the district."""
    chance = Random(street.folded)  # noqa: S311 -- nothing secret
    direction = chance.uniform(0, 2 * pi)
    north, east = chance.uniform(-600, 600), chance.uniform(-600, 600)
    for number in range(1, int(entry["length"] * chance.uniform(0.4, 1)) + 2):
        if number > 1 and chance.random() < GAPS:
            continue
        along, side = number * 9, 12 if number % 2 else -12
        y = north + along * sin(direction) + side * cos(direction)
        x = east + along * cos(direction) - side * sin(direction)
        for suffix in ("", *"abc"[: chance.randint(1, 3)]) if chance.random() < SUFFIXES else ("",):
            yield Address(
                id=_id(street, number, suffix),
                street=street,
                number=number,
                suffix=suffix,
                postal_code=entry["postal_code"],
                district=district,
                latitude=round(entry["latitude"] + y * METRES_NORTH, 6),
                longitude=round(entry["longitude"] + x * METRES_EAST, 6),
            )


def _id(street: Street, number: int, suffix: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"https://auenstadt.example/{street.folded}/{number}{suffix}")
