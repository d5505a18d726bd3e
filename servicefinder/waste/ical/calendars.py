"""One event per fraction and day. The same days make the same bytes, whenever they are asked for."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, timedelta
from functools import cache
from urllib.parse import urlsplit

from django.conf import settings

from ..domain.schedules import Pickup
from ..domain.subscriptions import ALARMS
from .lines import escaped, folded

ASK_AGAIN = "PT12H"
ONE_DAY = timedelta(days=1)


def calendar_file(rows: Iterable[Pickup], name: str, alarm: str = "") -> bytes:
    """The days as a calendar called `name`; `alarm` is a key of `ALARMS` or empty."""
    reminder = _alarm(alarm) if alarm in ALARMS else ""
    title = folded(f"NAME:{escaped(name)}"), folded(f"X-WR-CALNAME:{escaped(name)}")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{host()}//Abfuhrkalender//DE",
        "CALSCALE:GREGORIAN",
        *title,
        f"REFRESH-INTERVAL;VALUE=DURATION:{ASK_AGAIN}",
        f"X-PUBLISHED-TTL:{ASK_AGAIN}",
        *(_event(row, reminder) for row in rows),
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()


def uid_of(row: Pickup) -> str:
    """ASCII, and the same after every shift: tour, fraction and the day that was planned."""
    return f"{row.tour}-{row.fraction_key}-{row.planned_on:%Y%m%d}@{host()}"


def _event(row: Pickup, reminder: str) -> str:
    changed = f"{row.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    cancelled = row.cancelled
    return "\r\n".join(_event_lines(row, changed, cancelled, "" if cancelled else reminder))


def _event_lines(row: Pickup, changed: str, cancelled: bool, reminder: str) -> Iterator[str]:
    summary = escaped(row.fraction)
    yield "BEGIN:VEVENT"
    yield folded(f"UID:{uid_of(row)}")
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"SEQUENCE:{row.sequence}"
    yield f"DTSTART;VALUE=DATE:{_day(row.day)}"
    yield f"DTEND;VALUE=DATE:{_day(row.day + ONE_DAY)}"
    yield folded(f"SUMMARY:{summary}")
    if note := note_on(row):
        yield folded(f"DESCRIPTION:{escaped(note)}")
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if reminder:
        yield reminder
        yield folded(f"DESCRIPTION:{summary}")
        yield "END:VALARM"
    yield "END:VEVENT"


def note_on(row: Pickup) -> str:
    """`Statt Fr 25.12.2026: 1. Weihnachtstag`; empty for a day as planned."""
    if row.cancelled:
        return f"Entfällt: {row.reason}" if row.reason else "Entfällt"
    if not row.shifted_from:
        return ""
    text = f"Statt {WEEKDAYS[row.planned_on.weekday()]} {row.planned_on:%d.%m.%Y}"
    return f"{text}: {row.reason}" if row.reason else text


WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def _alarm(alarm: str) -> str:
    hours = ALARMS[alarm]
    trigger = f"-PT{hours}H" if hours > 0 else f"PT{-hours}H"
    return f"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:{trigger}"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def host() -> str:
    return _host(settings.BASE_URL)


@cache
def _host(base_url: str) -> str:
    return (urlsplit(base_url).hostname or "localhost").encode("idna").decode("ascii")
