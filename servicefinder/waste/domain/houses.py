"""Whether a range of house numbers holds a house."""

from datetime import datetime
from typing import NamedTuple

from servicefinder.addresses.enums import Parity


class Serving(NamedTuple):
    """A range of a street, its tour and the house in question; `changed_at` is the tour's last change."""

    parity: str
    first_number: int
    first_suffix: str
    last_number: int | None
    last_suffix: str
    tour_id: int
    tour_code: str
    year: int
    changed_at: datetime | None
    street: str
    number: int
    suffix: str


def holds(row: Serving) -> bool:
    """Both ends included; without a last suffix all suffixes of the last number."""
    if row.parity != Parity.ALL and (row.parity == Parity.ODD) != bool(row.number % 2):
        return False
    house = (row.number, row.suffix)
    if house < (row.first_number, row.first_suffix):
        return False
    if row.last_number is None or row.number < row.last_number:
        return True
    return row.number == row.last_number and (not row.last_suffix or row.suffix <= row.last_suffix)
