"""Ranges of house numbers with what the calendar knows of them."""

from collections import defaultdict
from typing import Any, NamedTuple

from django.db.models import QuerySet

from servicefinder.addresses.domain.ranges import holds

from ..models import ServedRange, TourRange

ROWS_AT_ONCE = 2000


class Span(NamedTuple):
    """From a house to a house of one street; the names are those of `NumberRange`."""

    parity: str
    first_number: int
    first_suffix: str
    last_number: int | None
    last_suffix: str


class Serving(NamedTuple):
    """A range of a street, its tour and the house in question.

    `changed_at` is the tour's last change, as the database writes it.
    """

    parity: str
    first_number: int
    first_suffix: str
    last_number: int | None
    last_suffix: str
    tour_id: int
    tour_code: str
    year: int
    changed_at: str | None
    street: str
    number: int
    suffix: str


# Street → its ranges, each with what names its tour.
Spans = dict[int, list[tuple[Any, Span]]]


def spans_of(ranges: QuerySet[TourRange] | QuerySet[ServedRange], tour: str = "tour") -> Spans:
    """In the order of `ranges`; `tour` is the column that names the tour. One query."""
    found: Spans = defaultdict(list)
    rows = ranges.values_list("street", tour, *Span._fields)
    for street, name, *span in rows.iterator(chunk_size=ROWS_AT_ONCE):
        found[street].append((name, Span._make(span)))
    return found


def tours_at(spans: Spans, street: int, number: int, suffix: str) -> list[Any]:
    """The tours that serve a house, each once."""
    found = (tour for tour, span in spans.get(street, ()) if holds(span, number, suffix))
    return list(dict.fromkeys(found))
