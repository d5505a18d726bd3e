"""Addresses as CSV: strasse, hausnummer, plz, stadtteil; also zusatz, ort, breite, laenge."""

from collections.abc import Iterator

from uploads.domain.tables import WrongCell, lines_of

from .formats import Plan
from .house_rows import HouseRow
from .houses import plan_houses
from .texts import decimal, house, named, postal_code

COLUMNS = ("strasse", "hausnummer", "plz", "stadtteil")
OPTIONAL = ("zusatz", "ort", "breite", "laenge")


def plan(text: str) -> Plan:
    """Raises NotATable."""
    found = Plan()
    return plan_houses(_rows(text, found), found)


def _rows(text: str, plan: Plan) -> Iterator[HouseRow]:
    for line, row in lines_of(text, COLUMNS, OPTIONAL):
        try:
            yield _row(line, row)
        except WrongCell as problem:
            plan.refuse(line, str(problem))


def _row(line: int, row: dict[str, str]) -> HouseRow:
    number, suffix = house(row["hausnummer"] + row.get("zusatz", ""))
    latitude, longitude = decimal(row.get("breite", ""), 90), decimal(row.get("laenge", ""), 180)
    if (latitude is None) != (longitude is None):
        raise WrongCell("Von den Koordinaten ist nur eine angegeben.")
    return HouseRow(
        line=line,
        street=named(row["strasse"], "Die Straße", 120),
        municipality=row.get("ort", "")[:80],
        number=number,
        suffix=suffix,
        postal_code=postal_code(row["plz"]),
        district=named(row["stadtteil"], "Der Stadtteil", 80),
        latitude=latitude,
        longitude=longitude,
    )
