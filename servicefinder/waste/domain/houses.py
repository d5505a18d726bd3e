"""Ranges of house numbers with what the calendar knows of them."""

from datetime import datetime
from typing import NamedTuple


class Span(NamedTuple):
    """From a house to a house of one street; the names are those of `NumberRange`."""

    parity: str
    first_number: int
    first_suffix: str
    last_number: int | None
    last_suffix: str


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
