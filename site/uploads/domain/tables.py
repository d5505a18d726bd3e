"""Tables as spreadsheets and offices write them: CSV with headings in the first line, UTF-8 or Windows-1252,
parted by semicolon, comma or tab.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import NamedTuple

LINES_LIMIT = 300_000
CELL_CHARACTERS = 2_000


class NotATable(Exception):
    """The file as a whole makes no sense; says in German what it should be."""


class WrongCell(Exception):
    """Says in German what is wrong with one cell."""


class Line(NamedTuple):
    """Line 1 is the headings."""

    number: int
    cells: dict[str, str]


def table_text(content: bytes) -> str:
    """UTF-8 with or without a mark, otherwise Windows-1252. Raises NotATable."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise NotATable("Die Datei ist keine Textdatei.")
    return text


def lines_of(text: str, needed: Sequence[str], optional: Sequence[str]) -> Iterator[Line]:
    """Without empty lines. Raises NotATable, also after the first line."""
    heading = text.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=max(";,\t", key=heading.count))
    try:
        columns = [cell.strip().casefold() for cell in next(reader, [])]
        _check(columns, needed, optional)
        for found, cells in enumerate(filter(_holds_something, reader)):
            if found == LINES_LIMIT:
                raise NotATable(f"Die Datei hat mehr als {LINES_LIMIT} Zeilen.")
            yield Line(reader.line_num, _cells(columns, cells, reader.line_num))
    except csv.Error:
        raise NotATable(f"Zeile {reader.line_num} lässt sich nicht lesen.") from None


def _holds_something(cells: list[str]) -> bool:
    return any(cell.strip() for cell in cells)


def _check(columns: list[str], needed: Sequence[str], optional: Sequence[str]) -> None:
    """A column that nobody knows may be a misspelt one, and what stands in it would be lost."""
    if not set(needed) <= set(columns) <= {*needed, *optional} or len(set(columns)) != len(columns):
        further = f", auf Wunsch auch {';'.join(optional)}" if optional else ""
        raise NotATable(f"Die erste Zeile muss die Spalten nennen: {';'.join(needed)}{further}.")


def _cells(columns: list[str], cells: list[str], number: int) -> dict[str, str]:
    if len(cells) != len(columns):
        raise NotATable(f"Zeile {number} hat {len(cells)} statt {len(columns)} Spalten.")
    if any(len(cell) > CELL_CHARACTERS for cell in cells):
        raise NotATable(f"In Zeile {number} ist ein Feld zu lang.")
    return dict(zip(columns, (cell.strip() for cell in cells), strict=True))
