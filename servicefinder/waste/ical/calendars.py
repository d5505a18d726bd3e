"""One event per fraction and day. The same days make the same bytes, whenever they are asked for."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from urllib.parse import urlsplit

from django.conf import settings

from ..domain.schedules import Pickup
from ..domain.subscriptions import ALARMS
from ..enums import CollectionState
from .lines import LIMIT_OCTETS, escaped, folded

ASK_AGAIN = "PT12H"
ONE_DAY = timedelta(days=1)
CRLF = "\r\n"


def calendar_file(rows: Iterable[Pickup], name: str, alarm: str = "") -> bytes:
    """The days as a calendar called `name`; `alarm` is a key of `ALARMS` or empty."""
    hours = ALARMS.get(alarm)
    title = folded(f"NAME:{escaped(name)}"), folded(f"X-WR-CALNAME:{escaped(name)}")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{host()}//Abfuhrkalender//DE",
        "CALSCALE:GREGORIAN",
        *title,
        f"REFRESH-INTERVAL;VALUE=DURATION:{ASK_AGAIN}",
        f"X-PUBLISHED-TTL:{ASK_AGAIN}",
        *_events(rows, hours),
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()


def uid_of(row: Pickup) -> str:
    """ASCII, and the same after every shift: tour, fraction and the day that was planned."""
    return f"{row.tour}-{row.fraction_key}-{_day(row.planned_on)}@{host()}"


def _events(rows: Iterable[Pickup], hours: int | None) -> Iterator[str]:
    """Hundreds for each calendar: what repeats is written once, the rest put together in one go."""
    at = host()
    for row in rows:
        note = note_on(row)
        yield (
            f"BEGIN:VEVENT\r\n{_uid_line(row, at)}\r\n{_times(row.changed_at)}\r\nSEQUENCE:{row.sequence}"
            f"\r\n{_span(row.day)}\r\n{_text_line('SUMMARY', row.fraction)}\r\n"
            f"{_text_line('DESCRIPTION', note) + CRLF if note else ''}"
            f"STATUS:{'CANCELLED' if row.cancelled else 'CONFIRMED'}\r\nTRANSP:TRANSPARENT\r\n"
            f"{'' if hours is None or row.cancelled else _alarm(hours, row.fraction)}END:VEVENT"
        )


def _uid_line(row: Pickup, at: str) -> str:
    line = f"UID:{row.tour}-{row.fraction_key}-{_day(row.planned_on)}@{at}"
    return line if len(line) <= LIMIT_OCTETS else folded(line)


@lru_cache(maxsize=1024)
def _times(changed_at: datetime) -> str:
    changed = f"{changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f"DTSTAMP:{changed}\r\nLAST-MODIFIED:{changed}"


@lru_cache(maxsize=1024)
def _span(day: date) -> str:
    return f"DTSTART;VALUE=DATE:{_day(day)}\r\nDTEND;VALUE=DATE:{_day(day + ONE_DAY)}"


@lru_cache(maxsize=256)
def _text_line(name: str, text: str) -> str:
    return folded(f"{name}:{escaped(text)}")


def note_on(row: Pickup) -> str:
    """`Statt Fr 25.12.2026: 1. Weihnachtstag`; empty for a day as planned."""
    if row.state == CollectionState.PLANNED:
        return ""
    if row.cancelled:
        return f"Entfällt: {row.reason}" if row.reason else "Entfällt"
    text = f"Statt {WEEKDAYS[row.planned_on.weekday()]} {row.planned_on:%d.%m.%Y}"
    return f"{text}: {row.reason}" if row.reason else text


WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


@lru_cache(maxsize=256)
def _alarm(hours: int, fraction: str) -> str:
    trigger = f"-PT{hours}H" if hours > 0 else f"PT{-hours}H"
    shown = _text_line("DESCRIPTION", fraction)
    return f"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:{trigger}\r\n{shown}\r\nEND:VALARM\r\n"


@lru_cache(maxsize=2048)
def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def host() -> str:
    return _host(settings.BASE_URL)


@cache
def _host(base_url: str) -> str:
    return (urlsplit(base_url).hostname or "localhost").encode("idna").decode("ascii")
