"""Text and values of files as spreadsheets and surveying offices write them."""

import csv
import re
from collections.abc import Iterator, Sequence

from uploads.domain.tables import NotText, table_text

NUMBER = re.compile(r"(?P<number>\d{1,6})\s*(?P<suffix>[a-z]{0,8})", re.IGNORECASE)
POSTAL_CODE = re.compile(r"\d{5}")


class UnreadableFile(Exception):
    """The file as a whole makes no sense; the message says why, in German."""


class BadValue(Exception):
    """One value of a line makes no sense; the message says why, in German."""


def text_lines(content: bytes) -> list[str]:
    """Raises UnreadableFile."""
    try:
        return table_text(content).splitlines()
    except NotText:
        raise UnreadableFile("Das ist keine Textdatei.") from None


def table(lines: Sequence[str], columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a CSV with a head, parted by semicolon, comma or tab, with their line numbers.

    Raises UnreadableFile where a column is missing.
    """
    head = lines[0] if lines else ""
    delimiter = max(";,\t", key=head.count)
    reader = csv.DictReader(lines, delimiter=delimiter)
    names = {name.strip().casefold(): name for name in reader.fieldnames or ()}
    if missing := [column for column in columns if column not in names]:
        raise UnreadableFile(f"In der ersten Zeile fehlen Spalten: {', '.join(missing)}.")
    for row in reader:
        yield (
            reader.line_num,
            {name: (row.get(original) or "").strip() for name, original in names.items()},
        )


def house(text: str) -> tuple[int, str]:
    """`12a` → (12, "a"). Raises BadValue."""
    match = NUMBER.fullmatch(text.strip())
    if match is None or not int(match["number"]):
        raise BadValue(f"„{text[:20]}“ ist keine Hausnummer.")
    return int(match["number"]), match["suffix"].lower()


def postal_code(text: str) -> str:
    """Raises BadValue."""
    if not POSTAL_CODE.fullmatch(text):
        raise BadValue(f"„{text[:20]}“ ist keine Postleitzahl.")
    return text


def decimal(text: str, limit: float) -> float | None:
    """With point or comma; None where nothing stands. Raises BadValue."""
    if not text:
        return None
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        raise BadValue(f"„{text[:20]}“ ist keine Zahl.") from None
    if not -limit <= value <= limit:
        raise BadValue(f"{text[:20]} liegt außerhalb des Möglichen.")
    return value


def named(text: str, what: str, longest: int) -> str:
    """Raises BadValue."""
    if not text:
        raise BadValue(f"{what} fehlt.")
    if len(text) > longest:
        raise BadValue(f"{what} ist länger als {longest} Zeichen.")
    return text
