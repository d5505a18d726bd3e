"""Whether a range of house numbers holds a house."""

from datetime import datetime
from typing import NamedTuple

from servicefinder.addresses.enums import Parity


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


def holds(row: Serving) -> bool:
    return span_holds(Span._make(row[:5]), row.number, row.suffix)


def span_holds(span: Span, number: int, suffix: str) -> bool:
    """Both ends included; without a last suffix all suffixes of the last number."""
    if span.parity != Parity.ALL and (span.parity == Parity.ODD) != bool(number % 2):
        return False
    if (number, suffix) < (span.first_number, span.first_suffix):
        return False
    if span.last_number is None or number < span.last_number:
        return True
    return number == span.last_number and (not span.last_suffix or suffix <= span.last_suffix)
