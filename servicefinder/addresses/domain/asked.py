"""What somebody typed, taken apart: "ostanl 5a, 35990 Auenstadt" → the street's key, number and suffix."""

import re
from typing import NamedTuple

from .folding import folded_street

LONGEST = 200
LONGEST_NUMBER = 20
# "5", "5 a", "5a-7", "5/7": of several houses the first one counts.
_HOUSE = re.compile(r"(?P<number>\d{1,6})\s*(?P<suffix>[a-z]?)(?:\s*[-–/].*)?$", re.IGNORECASE)
# A house behind a street, not the beginning of one: "Straße des 17. Juni" names no house.
_BEHIND = re.compile(r"(?<=\S)\s*(?<!\d)" + _HOUSE.pattern, re.IGNORECASE)
_TOWN = re.compile(r"\s*(?:,.*|\b\d{5}(?:\s+\D.*)?)$")
_BLANKS = re.compile(r"[\s\x00-\x1f]+")


class NotAHouseNumber(Exception):
    """What stands for the number is none."""


class Asked(NamedTuple):
    """`street` is folded; `number` is None where none was typed."""

    street: str
    number: int | None = None
    suffix: str = ""


def readings(text: str) -> list[Asked]:
    """The ways to read a text, the likeliest first; empty where it holds no letter."""
    text = _BLANKS.sub(" ", text[:LONGEST]).strip()
    short = _TOWN.sub("", text) or text
    found = []
    if match := _BEHIND.search(short):
        street = folded_street(short[: match.start()])
        found.append(Asked(street, int(match["number"]), match["suffix"].lower()))
    found.append(Asked(folded_street(short)))
    return [each for each in found if any(map(str.isalpha, each.street))]


def house_number(text: str) -> tuple[int, str]:
    """`5 a` → (5, "a"). Raises NotAHouseNumber."""
    match = _HOUSE.fullmatch(text.strip()[:LONGEST_NUMBER])
    if match is None:
        raise NotAHouseNumber
    return int(match["number"]), match["suffix"].lower()
