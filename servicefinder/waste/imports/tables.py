"""Tables of tours and houses: how much is taken, and cells that are days or numbers."""

from datetime import date, datetime
from typing import NamedTuple

from uploads.domain.tables import NotATable, WrongCell, table_text

FILE_LIMIT_BYTES = 5_000_000


class Problem(NamedTuple):
    """Line 1 is the headings; None means the file as a whole."""

    line: int | None
    text: str


def decoded(data: bytes) -> str:
    """Raises NotATable for what is no text, or too much."""
    if len(data) > FILE_LIMIT_BYTES:
        raise NotATable("Die Datei ist zu groß: höchstens 5 MB.")
    return table_text(data)


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
