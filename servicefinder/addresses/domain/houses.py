"""One house, by the id that stands in addresses of pages."""

from typing import Any, NamedTuple
from uuid import UUID

from home.prepared_queries import PreparedQuery

from ..models import Address


class KnownHouse(NamedTuple):
    pk: UUID
    street_id: int
    street: str
    number: int
    suffix: str
    postal_code: str
    district_id: int
    district: str
    latitude: float | None
    longitude: float | None

    def __str__(self) -> str:
        return f"{self.street} {self.number} {self.suffix}".strip()


def house_with(pk: UUID) -> KnownHouse | None:
    """One query."""
    rows = _HOUSE.rows(pk=pk)
    return KnownHouse(*rows[0]) if rows else None


def _house(pk: UUID) -> Any:
    place = ("postal_code", "district_id", "district__name", "latitude", "longitude")
    return Address.objects.filter(pk=pk).values_list(
        *("pk", "street_id", "street__name", "number", "suffix"), *place
    )


_HOUSE = PreparedQuery(_house, pk=UUID)
