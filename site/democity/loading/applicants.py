"""Invented people who apply: names in many spellings, most from the city, some from abroad."""

import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from .case_filling import Applicant

FROM_ABROAD = 0.25
# What does not come apart into a plain letter and its mark.
PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "ä": "ae", "ö": "oe", "ü": "ue"}
)


def applicant(content: Mapping[str, Any], on: date, chance: Random, abroad: bool = False) -> Applicant:
    """Of age on the day `on`; `abroad` lets some live there. `content` is the file `cases`."""
    weights = [each["weight"] for each in content["people"]]
    origin = chance.choices(content["people"], weights)[0]
    family, given = chance.choice(origin["families"]), chance.choice(origin["given"])
    return Applicant(
        family_name=family,
        given_names=given,
        birth_date=on - timedelta(days=chance.randint(19 * 366, 84 * 365)),
        address=_address(content["addresses"], chance, abroad),
        email=f"{_ascii(given)}.{_ascii(family)}@example.org",
        phone=f"{chance.choice(content['addresses']['mobile'])}{chance.randint(100, 999)}",
    )


def _address(content: Mapping[str, Any], chance: Random, abroad: bool) -> dict[str, str]:
    if abroad and chance.random() < FROM_ABROAD:
        return dict(chance.choice(content["foreign"]))
    house = f"{chance.randint(1, 96)}{chance.choice(('', '', '', ' a', ' b'))}"
    return {
        "street": f"{chance.choice(content['streets'])} {house}",
        "postcode": content["postcode"],
        "city": content["city"],
        "country": "DE",
    }


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower().translate(PLAIN)).encode("ascii", "ignore").decode()
    return "-".join("".join(each if each.isalnum() else " " for each in plain).split())
