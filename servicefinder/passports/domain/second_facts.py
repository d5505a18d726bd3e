"""The second fact beside the serial number: a date of birth, or the PIN on the receipt."""

import re
from datetime import date

from django.utils import timezone

from ..enums import SecondFact

PIN = re.compile(r"[0-9]{5,8}")
GERMAN_DAY = re.compile(r"([0-9]{1,2})[./ -]+([0-9]{1,2})[./ -]+([0-9]{4})")
PLAIN_DAY = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
FIRST_YEAR = 1900


class WrongFact(Exception):
    """Neither a date of birth nor a PIN, whichever the city asks for."""


def normalised(typed: str, kind: str) -> str:
    """`1980-03-12` or the digits of the PIN. Raises WrongFact."""
    text = typed.strip()
    if kind == SecondFact.PIN:
        digits = "".join(text.split())
        if not PIN.fullmatch(digits):
            raise WrongFact
        return digits
    return _day(text).isoformat()


def _day(text: str) -> date:
    if match := GERMAN_DAY.fullmatch(text) or PLAIN_DAY.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := ISO_DAY.fullmatch(text):
        year, month, day = map(int, match.groups())
    else:
        raise WrongFact
    try:
        found = date(year, month, day)
    except ValueError:
        raise WrongFact from None
    if not found.year >= FIRST_YEAR or found > timezone.localdate():
        raise WrongFact
    return found
