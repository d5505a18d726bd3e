"""Reads a delivery list line by line: CSV, UTF-8 or Windows-1252, semicolon or comma. What is wrong with a
line is told by its number and a reason, never by what stands in it.
"""

import codecs
import csv
import io
from collections.abc import Collection, Iterator
from datetime import date
from typing import IO

from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from ..domain import second_facts, serial_numbers
from ..domain.lines import Line, line_of
from ..domain.retention import is_past
from ..enums import STATE_WORDS, DocumentKind, LineProblem

NEEDED = ("dokumentart", "seriennummer", "zweitangabe", "status", "tag")
OPTIONAL = ("abholort", "bestellt")
BLOCK_BYTES = 64 * 1024
LINE_CHARACTERS = 2_000
UNREADABLE = "\ufffd"


class NotAList(Exception):
    """The file has not the columns of a delivery list; `str()` is a German sentence."""


class BadLine(Exception):
    def __init__(self, problem: LineProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def read(
    file: IO[bytes], second_fact: str, places: Collection[str]
) -> Iterator[tuple[int, Line | LineProblem]]:
    """Number and line, or number and problem; the header is line 1. Raises NotAList before the first one."""
    text = io.TextIOWrapper(file, _encoding(file), errors="replace", newline=None)
    try:
        header = _limited(text)
        separator = ";" if header.count(";") >= header.count(",") else ","
        columns = [name.strip().strip('"').lower() for name in header.split(separator)]
        missing = [name for name in NEEDED if name not in columns]
        if missing or len(set(columns)) != len(columns) or set(columns) - {*NEEDED, *OPTIONAL}:
            raise NotAList(f"Die erste Zeile muss die Spalten nennen: {';'.join((*NEEDED, *OPTIONAL))}.")
        number = 1
        while line := _limited(text):
            number += 1
            if line.strip():
                yield number, _line(line, separator, columns, second_fact, places)
    finally:
        text.detach()


def _encoding(file: IO[bytes]) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block := file.read(BLOCK_BYTES):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    finally:
        file.seek(0)
    return "utf-8-sig"


def _limited(text: io.TextIOWrapper) -> str:
    """A line; of an endless one the beginning, marked as unreadable."""
    line = text.readline(LINE_CHARACTERS)
    if len(line) < LINE_CHARACTERS or line.endswith("\n"):
        return line
    while (rest := text.readline(LINE_CHARACTERS)) and not rest.endswith("\n"):
        pass
    return UNREADABLE


@sensitive_variables()
def _line(
    line: str, separator: str, columns: list[str], second_fact: str, places: Collection[str]
) -> Line | LineProblem:
    try:
        return _understood(_values(line, separator, columns), second_fact, places)
    except BadLine as bad:
        return bad.problem


@sensitive_variables()
def _values(line: str, separator: str, columns: list[str]) -> dict[str, str]:
    if UNREADABLE in line or "\0" in line:
        raise BadLine(LineProblem.ENCODING)
    try:
        values = next(csv.reader([line], delimiter=separator))
    except (csv.Error, StopIteration):
        raise BadLine(LineProblem.COLUMNS) from None
    if len(values) != len(columns):
        raise BadLine(LineProblem.COLUMNS)
    return dict(zip(columns, (value.strip() for value in values), strict=True))


@sensitive_variables()
def _understood(values: dict[str, str], second_fact: str, places: Collection[str]) -> Line:
    kind, state = values["dokumentart"].lower(), STATE_WORDS.get(values["status"].lower().replace("ä", "ae"))
    if kind not in DocumentKind.values:
        raise BadLine(LineProblem.KIND)
    if state is None:
        raise BadLine(LineProblem.STATE)
    try:
        serial = serial_numbers.normalised(values["seriennummer"])
        fact = second_facts.normalised(values["zweitangabe"], second_fact)
    except serial_numbers.WrongSerial as wrong:
        raise BadLine(wrong.problem) from None
    except second_facts.WrongFact:
        raise BadLine(LineProblem.FACT) from None
    place = values.get("abholort", "").lower()
    if place and place not in places:
        raise BadLine(LineProblem.PLACE)
    day = _day(values["tag"])
    ordered_on = _day(values["bestellt"]) if values.get("bestellt") else None
    if is_past(state, day, timezone.localdate()):
        raise BadLine(LineProblem.TOO_OLD)
    return line_of(serial, fact, kind=kind, state=state, place=place, day=day, ordered_on=ordered_on)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(second_facts.normalised(text, second_facts.SecondFact.BIRTHDAY))
    except second_facts.WrongFact:
        raise BadLine(LineProblem.DAY) from None
