"""A line of a delivery list once number and second fact have become digests."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.views.decorators.debug import sensitive_variables

from ..enums import DocumentState
from . import digests


@dataclass(frozen=True)
class Line:
    """`found_by`: digests under all peppers as hexadecimal digits, the newest first. `openers`: only for what
    is ready, key by handle of mails that wait for it.
    """

    found_by: list[str]
    kind: str
    state: int
    place: str
    ordered_on: str | None
    ready_on: str | None
    handed_out_on: str | None
    openers: dict[str, str]

    @property
    def digest(self) -> bytes:
        return bytes.fromhex(self.found_by[0])

    @property
    def older(self) -> list[bytes]:
        return [bytes.fromhex(each) for each in self.found_by[1:]]

    @property
    def last_day(self) -> date:
        """Of the last thing that it says about the document."""
        days = filter(None, (self.ordered_on, self.ready_on, self.handed_out_on))
        return date.fromisoformat(max(days))

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@sensitive_variables()
def line_of(
    serial: str, fact: str, *, kind: str, state: DocumentState, place: str, day: date, ordered_on: date | None
) -> Line:
    """What is kept of a line that was understood."""
    handles = digests.digests(serial, fact, digests.MAIL_HANDLE) if state >= DocumentState.READY else []
    keys = digests.digests(serial, fact, digests.MAIL_KEY) if handles else []
    is_order = state == DocumentState.PRODUCTION
    ordered = day if is_order else ordered_on
    return Line(
        found_by=[each.hex() for each in digests.digests(serial, fact)],
        kind=kind,
        state=int(state),
        place=place,
        ordered_on=ordered.isoformat() if ordered else None,
        ready_on=day.isoformat() if state == DocumentState.READY else None,
        handed_out_on=day.isoformat() if state == DocumentState.HANDED_OUT else None,
        openers={handle.hex(): key.hex() for handle, key in zip(handles, keys, strict=True)},
    )


def merged(lines: list[Line]) -> list[Line]:
    """One line per document, sorted: the furthest state and the earliest day of each, whatever the order."""
    found: dict[str, Line] = {}
    for line in lines:
        known = found.get(line.found_by[0])
        found[line.found_by[0]] = together(known, line) if known else line
    return [found[key] for key in sorted(found)]


def together(one: Line, other: Line) -> Line:
    further = max(one, other, key=lambda line: line.state)
    days = {
        name: min((day for each in (one, other) if (day := getattr(each, name))), default=None)
        for name in ("ordered_on", "ready_on", "handed_out_on")
    }
    return Line(
        found_by=one.found_by,
        kind=further.kind,
        state=further.state,
        place=further.place,
        openers={**one.openers, **other.openers},
        **days,
    )
