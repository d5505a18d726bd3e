"""About 300 streets with their houses: the same on every machine, so that links to an address hold."""

from collections.abc import Iterator
from random import Random
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.text import slugify

from democity.content_files import read
from democity.street_plan import degrees, highest_number, streets
from servicefinder.addresses.domain.folding import folded_street
from servicefinder.addresses.domain.street_keys import write_keys
from servicefinder.addresses.models import Address, District, Street
from servicefinder.catalogue.domain.sorting import folded, sort_key

from .load import Load

ROWS_AT_ONCE = 1000
GAPS, SUFFIXES = 0.08, 0.05  # How many numbers no house has, and how many houses are parted into a, b …


def load_addresses(load: Load) -> None:
    for entry in read("streets")["districts"]:
        district = District.objects.create(name=entry["name"], slug=slugify(folded(entry["name"])))
        load.mark(district)
        made = Street.objects.bulk_create(map(_street, entry["streets"]))
        load.mark_all(list(made))
        write_keys(made)
        houses = (house for street in made for house in _houses(street, district, entry))
        Address.objects.bulk_create(houses, batch_size=ROWS_AT_ONCE)


def _street(name: str) -> Street:
    return Street(name=name, folded=folded_street(name), sort_key=sort_key(name))


def _houses(street: Street, district: District, entry: dict[str, Any]) -> Iterator[Address]:
    """Every street has a number 1."""
    chance = Random(street.folded)  # noqa: S311 -- nothing secret
    planned = streets()[street.name]
    for number in range(1, highest_number(entry["length"], chance) + 1):
        if number > 1 and chance.random() < GAPS:
            continue
        latitude, longitude = degrees(planned.house(number))
        for suffix in ("", *"abc"[: chance.randint(1, 3)]) if chance.random() < SUFFIXES else ("",):
            yield Address(
                id=_id(street, number, suffix),
                street=street,
                number=number,
                suffix=suffix,
                postal_code=entry["postal_code"],
                district=district,
                latitude=latitude,
                longitude=longitude,
            )


def _id(street: Street, number: int, suffix: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"https://auenstadt.example/{street.folded}/{number}{suffix}")
