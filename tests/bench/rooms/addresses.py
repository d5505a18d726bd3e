"""Looking up addresses with 300 and with 30,000 streets, and the page of one address (held where it is)."""

import random
import re
from pathlib import Path

from tests.bench.measuring import Row, copied, measured, run, say, served_city
from tests.bench.serving import Served

HEADING = "Addresses"
MANY = 30_000
# Whole, begun, a part of a name, no number, a typing error, nothing at all.
ASKED = ("ostanl+5a", "Lindenstr.+7", "schumannstr+3", "am", "Lidenstrasse+4", "Osatnlage+1", "nirgendweg+99")


def measure(prepared: Path, floor: Served) -> list[Row]:
    many = copied(prepared, "addresses-many")
    say(f"adding {MANY:,} streets …")
    run(["-m", "tests.bench.rooms.addresses"], many)
    rows = []
    for streets, limit, folder in (("300", 0.6, prepared), ("30,000", 2.0, many)):
        with served_city(folder) as city:
            body = city.get("/api/v1/addresses?q=ostanlage+1")[1].decode()
            found = re.findall(r'"id":\s*"([^"]+)"', body)
            limits = {
                f"/api/v1/addresses?q=, {streets} streets": limit,
                f"/meine-adresse/<id>/, {streets} streets": 3.0,
            }
            asks = {name: _asking(city, paths) for name, paths in zip(limits, _paths(found[0]), strict=True)}
            rows += measured(floor, limits, asks)
    return rows


def _paths(address: str) -> tuple[list[str], list[str]]:
    return [f"/api/v1/addresses?q={each}" for each in ASKED], [f"/meine-adresse/{address}/"]


def _asking(city: Served, paths: list[str]):  # type: ignore[no-untyped-def]
    """Every path in turn, so that a row is the mean of all of them."""

    def ask(times: int) -> float:
        turns = iter([paths[turn % len(paths)] for turn in range(times)])

        def once() -> None:
            status, _ = city.get(next(turns))
            if status != 200:
                raise RuntimeError(f"answered {status}")

        return city.cpu_milliseconds(once, times)

    return ask


def fill() -> None:
    """Streets with names such as people give them, three houses each; the same on every machine."""
    from servicefinder.addresses.domain.folding import folded_street
    from servicefinder.addresses.domain.street_keys import write_keys
    from servicefinder.addresses.models import Address, District, Street
    from servicefinder.catalogue.domain.sorting import sort_key

    chance = random.Random(30_000)
    names: dict[str, str] = {}
    known = set(Street.objects.values_list("folded", flat=True))
    while len(names) < MANY:
        name = _name(chance)
        if folded_street(name) not in known:
            names[folded_street(name)] = name
    streets = Street.objects.bulk_create(
        [Street(name=name, folded=folded, sort_key=sort_key(name)) for folded, name in names.items()],
        batch_size=1000,
    )
    write_keys(streets)
    lies = {"postal_code": "35990", "district": District.objects.first()}
    houses = (Address(street=street, number=number, **lies) for street in streets for number in (1, 4, 7))
    Address.objects.bulk_create(houses, batch_size=1000)


def _name(chance: random.Random) -> str:
    parts = "ba be bir bru dor ei fal fi gra ha hei il kal kin lan lo mar mo nie or pa qua ra ro sa schi ta"
    ends = ("straße", "weg", "gasse", "allee", "ring", " Straße", "-Straße", "platz")
    word = "".join(chance.choices(parts.split(), k=chance.randint(2, 4))).capitalize()
    before = chance.choice(("", "", "", "", "Am ", "An der ", "Alte ", "Kleine "))
    return f"{before}{word}{chance.choice(('', 'er', 'en', 's'))}{chance.choice(ends)}"


if __name__ == "__main__":
    import os
    import sys

    sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "site"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    import django

    django.setup()
    fill()
