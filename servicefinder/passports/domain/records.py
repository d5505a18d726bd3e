"""Writing and finding documents. A document only ever goes on: its state grows, its days become earlier."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from ..enums import DocumentKind, DocumentState
from ..models import DocumentRecord
from . import digests
from .lines import Line, together
from .retention import may_be_gone

COLUMNS = ("digest", "pepper", "kind", "state", "place", "ordered_on", "ready_on", "handed_out_on")
ROWS_PER_STATEMENT = 100
EARLIEST = (
    "{day} = CASE WHEN {table}.{day} IS NULL OR excluded.{day} < {table}.{day} "
    "THEN excluded.{day} ELSE {table}.{day} END"
)
FURTHEST = "{name} = CASE WHEN excluded.state > {table}.state THEN excluded.{name} ELSE {table}.{name} END"


NOTHING = (DocumentKind.IDENTITY_CARD.value, DocumentState.PRODUCTION.value, "", *["2000-01-01"] * 3)


@dataclass(frozen=True)
class Found:
    """What is known of a document that somebody asked for rightly."""

    kind: str
    state: int
    place: str
    ordered_on: date | None
    ready_on: date | None
    handed_out_on: date | None


@sensitive_variables()
def find(serial: str, fact: str) -> Found | None:
    """One query by unique digests, whatever is found and however many documents there are.

    Written out: Django would take longer to word it than everything else about an answer.
    """
    wanted = digests.digests(serial, fact)
    marks = ", ".join(["%s"] * len(wanted))
    sql = (
        f"SELECT kind, state, place, ordered_on, ready_on, handed_out_on FROM {_table()} "  # noqa: S608
        f"WHERE digest IN ({marks}) ORDER BY state DESC LIMIT 1"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, wanted)
        row = cursor.fetchone()
    # Made in any case: finding nothing is as much work.
    read = row or NOTHING
    found = Found(*read[:3], *map(_as_date, read[3:]))
    return found if row else None


def _as_date(day: date | str | None) -> date | None:
    """SQLite keeps days as text."""
    return date.fromisoformat(day) if isinstance(day, str) else day


def _table() -> str:
    return str(connection.ops.quote_name(DocumentRecord._meta.db_table))


@dataclass
class Counts:
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    old: int = 0


def compare(lines: list[Line]) -> Counts:
    """What writing these merged lines would do."""
    known = _known(lines)
    counts = Counts()
    for line in lines:
        found = [known[key] for key in line.found_by if key in known]
        if not found:
            counts.new += 1
        elif _goes_on(found, line):
            counts.changed += 1
        else:
            counts.unchanged += 1
    return counts


def without_returning(lines: list[Line]) -> list[Line]:
    """Merged lines but those that could bring back what was deleted by rule: nothing is known of the
    document, and its last news is older than a record is kept. No trace of what is gone is needed for that.
    """
    known, today = _known(lines), timezone.localdate()
    return [
        line
        for line in lines
        if not may_be_gone(line.last_day, today) or any(key in known for key in line.found_by)
    ]


def write(lines: list[Line]) -> Counts:
    """Insert or carry on merged lines, in the current transaction; repeating it changes nothing.

    What is known under an older pepper moves to the newest.
    """
    counts = compare(lines)
    lines = _moved(lines)
    for start in range(0, len(lines), ROWS_PER_STATEMENT):
        _upsert(lines[start : start + ROWS_PER_STATEMENT])
    return counts


def _known(lines: list[Line]) -> dict[str, Line]:
    keys = [bytes.fromhex(key) for line in lines for key in line.found_by]
    return {bytes(row.digest).hex(): _line_of(row) for row in _rows(keys)}


def _rows(keys: list[bytes]) -> Iterable[DocumentRecord]:
    for start in range(0, len(keys), 500):
        yield from DocumentRecord.objects.filter(digest__in=keys[start : start + 500])


def _line_of(row: DocumentRecord) -> Line:
    def day(value: date | None) -> str | None:
        return value.isoformat() if value else None

    return Line(
        [bytes(row.digest).hex()],
        row.kind,
        row.state,
        row.place,
        day(row.ordered_on),
        day(row.ready_on),
        day(row.handed_out_on),
        {},
    )


def _goes_on(found: list[Line], line: Line) -> bool:
    known = found[0]
    for other in found[1:]:
        known = together(known, other)
    after = together(known, line)
    return (after.state, after.ordered_on, after.ready_on, after.handed_out_on) != (
        known.state,
        known.ordered_on,
        known.ready_on,
        known.handed_out_on,
    )


def _moved(lines: list[Line]) -> list[Line]:
    """Lines with what was known of them under older peppers, where it is deleted."""
    owners = {key: line.found_by[0] for line in lines for key in line.found_by[1:]}
    if not owners:
        return lines
    by_digest = {line.found_by[0]: line for line in lines}
    gone: list[int] = []
    for row in _rows([bytes.fromhex(key) for key in owners]):
        key = owners[bytes(row.digest).hex()]
        by_digest[key] = together(by_digest[key], _line_of(row))
        gone.append(row.pk)
    for start in range(0, len(gone), 500):
        DocumentRecord.objects.filter(pk__in=gone[start : start + 500]).delete()
    return [by_digest[key] for key in sorted(by_digest)]


def _upsert(lines: list[Line]) -> None:
    """One statement that both databases carry out as a whole: two lists at once end the same way."""
    table = _table()
    pepper = digests.newest()
    values = [
        value
        for line in lines
        for value in (
            line.digest,
            pepper,
            line.kind,
            line.state,
            line.place,
            *(_date(day) for day in (line.ordered_on, line.ready_on, line.handed_out_on)),
        )
    ]
    rows = ", ".join([f"({', '.join(['%s'] * len(COLUMNS))})"] * len(lines))
    changes = [
        *(FURTHEST.format(name=name, table=table) for name in ("kind", "place", "state")),
        *(EARLIEST.format(day=day, table=table) for day in COLUMNS[5:]),
    ]
    sql = (
        f"INSERT INTO {table} ({', '.join(COLUMNS)}) VALUES {rows} "  # noqa: S608
        f"ON CONFLICT (digest) DO UPDATE SET {', '.join(changes)}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def _date(day: str | None) -> Any:
    return connection.ops.adapt_datefield_value(date.fromisoformat(day)) if day else None
