"""The vocabulary's files: lines of `key`, `kind` and terms parted by ` | `, with tabs between."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
SEPARATOR = " | "
COLUMNS = 3
NAME = "name"  # What the LeiKa catalogue calls the object.
GERMAN = ("everyday", "situation", "former")
LANGUAGES = ("en", "tr", "ar", "uk", "ru", "pl", "ro", "fr", "es", "it", "fa", "hr", "bg")


@dataclass(frozen=True)
class Line:
    """Terms of one kind for one LeiKa object or life event."""

    key: str
    kind: str
    terms: tuple[str, ...]


class UnreadableVocabulary(ValueError):
    """A line that is not of the form; names file and number."""


def term_lines() -> Iterator[Line]:
    """Terms by LeiKa object; `kind` is `NAME` or one of `GERMAN` or `LANGUAGES`."""
    for file in sorted((FOLDER / "terms").glob("*.tsv")):
        yield from read(file)


def event_lines() -> tuple[Line, ...]:
    """Life events: `name`, `terms` (German), languages, and `objects` in the order people do them."""
    return read(FOLDER / "life_events.tsv")


def related_lines() -> tuple[Line, ...]:
    """By object, the objects that who asks for it finds useful as well, the nearest first."""
    return read(FOLDER / "related.tsv")


@lru_cache(maxsize=256)
def read(file: Path) -> tuple[Line, ...]:
    """Read once: terms, neighbours and events are wanted in several shapes. Raises UnreadableVocabulary."""
    return tuple(_lines(file))


def _lines(file: Path) -> Iterator[Line]:
    for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not text or text.startswith("#"):
            continue
        columns = text.split("\t")
        if len(columns) != COLUMNS or not all(columns):
            raise UnreadableVocabulary(f"{file.name}:{number}: not key, kind and terms with tabs between")
        key, kind, terms = columns
        parts = terms.split() if kind == "objects" else terms.split(SEPARATOR)
        yield Line(key, kind, tuple(parts))


def demands() -> Iterator[tuple[str, int]]:
    """Objects with how much they are wanted from a city (0 to 5); further columns are for readers."""
    with (FOLDER / "demand.tsv").open(newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield row["object"], int(row["demand"])
