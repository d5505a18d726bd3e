"""A range of house numbers that a tour serves, with the house that asks."""

from datetime import datetime
from typing import NamedTuple


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
