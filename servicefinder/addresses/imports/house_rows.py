"""A house as a file tells of it."""

from typing import NamedTuple

from ..domain.folding import folded_street

StreetKey = tuple[str, str]
HouseKey = tuple[StreetKey, int, str]


class HouseRow(NamedTuple):
    line: int
    street: str
    municipality: str
    number: int
    suffix: str
    postal_code: str
    district: str
    latitude: float | None
    longitude: float | None

    @property
    def key(self) -> HouseKey:
        return (folded_street(self.street), self.municipality), self.number, self.suffix

    @property
    def name(self) -> str:
        return f"{self.street} {self.number} {self.suffix}".strip()
