"""Amtliche Hauskoordinaten: the surveying offices' file, one house a line, parted by semicolons.

    NBA;OI;QUA;LAN;RBZ;KRS;GMD;OTT;SSS;HNR;ADZ;EAST;NORTH;STN;PLZ;ONM;ZON;POT

Coordinates are ETRS89/UTM with the zone before the easting (32477123,456). Lines of kind "L" tell of a house
that is gone; they are left out, as an import deletes nothing.
"""

import re
from collections.abc import Iterator

from uploads.domain.tables import NotATable, WrongCell

from .formats import Plan
from .house_rows import HouseRow
from .houses import plan_houses
from .texts import house, named, postal_code
from .utm import to_degrees

KIND, HOUSE, SUFFIX, EAST, NORTH, STREET, POSTAL, TOWN, PART = 0, 9, 10, 11, 12, 13, 14, 15, 17
FIELDS = 16  # Without ZON and POT, which not every state delivers.
GONE = "L"
_EASTING = re.compile(r"(?P<zone>3[1-3])(?P<metres>\d{6}(?:[.,]\d+)?)")
_NORTHING = re.compile(r"\d{7}(?:[.,]\d+)?")


def plan(text: str) -> Plan:
    """Raises NotATable."""
    found, lines = Plan(), text.splitlines()
    if not any(line.count(";") >= FIELDS - 1 for line in lines[:2]):
        raise NotATable("Das sind keine Hauskoordinaten: erwartet werden mindestens 16 Felder je Zeile.")
    return plan_houses(_rows(lines, found), found)


def _rows(lines: list[str], plan: Plan) -> Iterator[HouseRow]:
    for number, line in enumerate(lines, start=1):
        fields = [field.strip().strip('"') for field in line.split(";")]
        if not line.strip() or fields[KIND] in {"NBA", GONE}:
            continue
        try:
            yield _row(number, fields)
        except WrongCell as problem:
            plan.refuse(number, str(problem))


def _row(line: int, fields: list[str]) -> HouseRow:
    if len(fields) < FIELDS:
        raise WrongCell(f"Erwartet werden mindestens {FIELDS} Felder, hier stehen {len(fields)}.")
    number, suffix = house(fields[HOUSE] + fields[SUFFIX])
    latitude, longitude = _degrees(fields[EAST], fields[NORTH])
    part = fields[PART] if len(fields) > PART else ""
    return HouseRow(
        line=line,
        street=named(fields[STREET], "Der Straßenname", 120),
        municipality="",
        number=number,
        suffix=suffix,
        postal_code=postal_code(fields[POSTAL]),
        district=named(part or fields[TOWN], "Der Ort", 80),
        latitude=latitude,
        longitude=longitude,
    )


def _degrees(east: str, north: str) -> tuple[float, float]:
    easting, northing = _EASTING.fullmatch(east), _NORTHING.fullmatch(north)
    if not easting or not northing:
        raise WrongCell(f"„{east[:20]}“ und „{north[:20]}“ sind keine UTM-Koordinaten mit Zone.")
    metres = float(easting["metres"].replace(",", "."))
    latitude, longitude = to_degrees(int(easting["zone"]), metres, float(north.replace(",", ".")))
    return round(latitude, 7), round(longitude, 7)
