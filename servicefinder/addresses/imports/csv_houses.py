"""Addresses as CSV: strasse, hausnummer, plz, stadtteil; also zusatz, ort, breite, laenge."""

from collections.abc import Iterator, Sequence

from .formats import Plan
from .houses import HouseRow, plan_houses
from .texts import BadValue, decimal, house, named, postal_code, table

COLUMNS = ("strasse", "hausnummer", "plz", "stadtteil")


def plan(lines: list[str]) -> Plan:
    """Raises UnreadableFile."""
    found = Plan()
    return plan_houses(_rows(lines, found), found)


def _rows(lines: Sequence[str], plan: Plan) -> Iterator[HouseRow]:
    for line, row in table(lines, COLUMNS):
        try:
            yield _row(line, row)
        except BadValue as problem:
            plan.refuse(line, str(problem))


def _row(line: int, row: dict[str, str]) -> HouseRow:
    number, suffix = house(row["hausnummer"] + row.get("zusatz", ""))
    latitude, longitude = decimal(row.get("breite", ""), 90), decimal(row.get("laenge", ""), 180)
    if (latitude is None) != (longitude is None):
        raise BadValue("Von den Koordinaten ist nur eine angegeben.")
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
