"""Which areas a house belongs to."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from home.prepared_queries import PreparedQuery

from ..enums import AreaKind
from ..models import Area, AreaRange
from .houses import KnownHouse
from .ranges import holds


class AreaRow(NamedTuple):
    kind: str
    name: str
    place: str
    office_id: UUID | None
    page_id: int | None


class _Range(NamedTuple):
    parity: str
    first_number: int
    first_suffix: str
    last_number: int | None
    last_suffix: str


def areas_of(house: KnownHouse) -> dict[AreaKind, AreaRow]:
    """One area of each kind that is drawn for the house; a range of its street wins over its district.

    Two queries, whatever the number of areas.
    """
    found = {row.kind: row for row in _of_district(house.district_id)}
    found |= {row.kind: row for row in _of_street(house)}
    return {kind: found[kind] for kind in AreaKind if kind in found}


def _of_district(district: int) -> Iterable[AreaRow]:
    return (AreaRow(*row) for row in _DISTRICT.rows(district=district))


def _of_street(house: KnownHouse) -> Iterable[AreaRow]:
    width = len(_Range._fields)
    rows = _STREET.rows(street=house.street_id)
    return (AreaRow(*row[width:]) for row in rows if holds(_Range(*row[:width]), house.number, house.suffix))


def _in_district(district: int) -> QuerySet[Area, Any]:
    return Area.objects.filter(districts=district).values_list(*AreaRow._fields)  # type: ignore[return-value]


def _in_street(street: int) -> QuerySet[AreaRange, Any]:
    columns = (f"area__{name}" for name in AreaRow._fields)
    ranges = AreaRange.objects.filter(street=street).order_by("first_number", "first_suffix")
    return ranges.values_list(*_Range._fields, *columns)  # type: ignore[return-value]


_DISTRICT = PreparedQuery(_in_district, district=int)
_STREET = PreparedQuery(_in_street, street=int)
