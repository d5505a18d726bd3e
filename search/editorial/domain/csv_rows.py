"""Statistics as a table for spreadsheets."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

# What a spreadsheet would take for a formula; citizens typed these texts.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
HEADINGS = (
    "Suchanfrage",
    "Sprache",
    "gesucht",
    "nichts gefunden",
    "Treffer insgesamt",
    "Klicks",
    "Summe der Plätze",
    "danach anders gesucht",
)
FIELDS = ("text", "language", "searches", "empty", "results", "clicks", "ranks", "refined")
BYTE_ORDER_MARK = "\ufeff"  # Without it, spreadsheets read umlauts as two letters.


class _Line:
    """What `csv.writer` writes into: gives each line back."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Lines parted by semicolons, as German spreadsheets expect them."""
    writer = csv.writer(_Line(), delimiter=";")
    yield BYTE_ORDER_MARK + writer.writerow(HEADINGS)
    for row in rows:
        yield writer.writerow([harmless(row[name]) for name in FIELDS])


def harmless(value: object) -> object:
    """Text that begins like a formula gets an apostrophe in front."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_SIGNS) else value
