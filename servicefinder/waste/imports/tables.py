"""A table from a spreadsheet: CSV, UTF-8 or Windows-1252, semicolon or comma, headings in the first line."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from io import StringIO
from typing import NamedTuple

from uploads.domain.tables import NotText, table_text

FILE_LIMIT_BYTES = 5_000_000
LINES_LIMIT = 50_000
CELL_CHARACTERS = 2_000


class Problem(NamedTuple):
    """Line 1 is the headings; None means the file as a whole."""

    line: int | None
    text: str


class NotATable(Exception):
    """Says in German what the file should be."""


class WrongCell(Exception):
    """Says in German what is wrong with one cell."""


class Line(NamedTuple):
    number: int
    cells: dict[str, str]


def decoded(data: bytes) -> str:
    """Raises NotATable for what is no text, or too much."""
    if len(data) > FILE_LIMIT_BYTES:
        raise NotATable("Die Datei ist zu groß: höchstens 5 MB.")
    try:
        return table_text(data)
    except NotText:
        raise NotATable("Die Datei ist keine CSV-Datei.") from None


def lines_of(text: str, needed: Sequence[str], optional: Sequence[str]) -> list[Line]:
    """Without empty lines. Raises NotATable."""
    heading = text.partition("\n")[0]
    separator = ";" if heading.count(";") >= heading.count(",") else ","
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        columns = [cell.strip().lower() for cell in next(reader, [])]
        _check(columns, needed, optional)
        found = []
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append(Line(reader.line_num, _cells(columns, cells, reader.line_num)))
            if len(found) > LINES_LIMIT:
                raise NotATable(f"Die Datei hat mehr als {LINES_LIMIT} Zeilen.")
    except csv.Error:
        raise NotATable(f"Zeile {reader.line_num} lässt sich nicht lesen.") from None
    return found


def day_of(text: str) -> date:
    """Raises WrongCell."""
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise WrongCell(f"„{text[:30]}“ ist kein Tag. Bitte so: 31.12.2026.")


def number_of(text: str, first: int, last: int) -> int:
    """Raises WrongCell."""
    if not (text.isascii() and text.isdecimal() and len(text) < 6 and first <= int(text) <= last):
        raise WrongCell(f"„{text[:30]}“ ist keine Zahl von {first} bis {last}.")
    return int(text)


def _check(columns: list[str], needed: Sequence[str], optional: Sequence[str]) -> None:
    known = {*needed, *optional}
    if set(needed) - set(columns) or set(columns) - known or len(set(columns)) != len(columns):
        names = ";".join((*needed, *optional))
        raise NotATable(f"Die erste Zeile muss die Spalten nennen: {names}.")


def _cells(columns: list[str], cells: list[str], number: int) -> dict[str, str]:
    if len(cells) != len(columns):
        raise NotATable(f"Zeile {number} hat {len(cells)} statt {len(columns)} Spalten.")
    if any(len(cell) > CELL_CHARACTERS for cell in cells):
        raise NotATable(f"In Zeile {number} ist ein Feld zu lang.")
    return dict(zip(columns, (cell.strip() for cell in cells), strict=True))
