"""Whole numbers for houses, as foreign programs want them; made of street, number and suffix, so they stay.

Suffixes are counted as letters in base 27: at most three, which no city exceeds.
"""

from servicefinder.addresses.models import Address

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SUFFIXES = 27**3
NUMBERS = 10_000
HIGHEST_ID = 2**63 - 1


def number_of(street_id: int, number: int, suffix: str) -> int:
    return (street_id * NUMBERS + min(number, NUMBERS - 1)) * SUFFIXES + _suffix_number(suffix)


def house_of(value: int) -> Address | None:
    rest, suffix = divmod(value, SUFFIXES)
    street_id, number = divmod(rest, NUMBERS)
    if street_id > HIGHEST_ID:
        return None
    houses = Address.objects.filter(street=street_id, number=number)
    return next((each for each in houses if _suffix_number(each.suffix) == suffix), None)


def _suffix_number(suffix: str) -> int:
    total = 0
    for letter in suffix[:3]:
        total = total * 27 + LETTERS.find(letter) + 1
    return total
