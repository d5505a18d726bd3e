"""Opening hours in words: now, the week, and the days on which something else holds."""

from datetime import date, datetime, time
from itertools import groupby
from typing import Any

from ..domain.office_hours import exceptions, office_state, weekly_hours
from ..domain.opening_hours import LOCAL_TIME, Exceptional, Hours, OpeningState
from ..domain.opening_sentences import format_time
from ..enums import Weekday

EN_DASH = "–"
CLOSED = "geschlossen"


def hours_of_office(document: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Values of the component hours; `now` is empty where an office names no hours."""
    today = now.astimezone(LOCAL_TIME).date()
    return {
        **opening_now(document, now),
        "rows": week_rows(document, today.weekday()),
        "exceptions": coming_exceptions(document, today),
    }


def opening_now(document: dict[str, Any], now: datetime) -> dict[str, str]:
    """`now` and `state` of them: what holds at this moment only."""
    state = office_state(document, now)
    today = now.astimezone(LOCAL_TIME).date()
    return {"now": state.sentence if state else "", "state": _shown_state(state, today)}


def coming_exceptions(document: dict[str, Any], today: date) -> list[dict[str, Any]]:
    """Exceptions from today on, as far as one looks ahead for opening hours."""
    rows = sorted(exceptions(document), key=lambda row: row.starts_on)
    return [_exceptional_days(row, today) for row in rows if row.is_in_view(today)]


def _shown_state(state: OpeningState | None, today: date) -> str:
    if state is None:
        return ""
    if state.open:
        return "open"
    return "soon" if state.opens_at and state.opens_at.date() == today else "closed"


def week_rows(document: dict[str, Any], weekday: int) -> list[dict[str, Any]]:
    """Days that follow each other with the same hours share a row; `weekday` is today."""
    hours = weekly_hours(document)
    if not hours:
        return []
    always_by_appointment = document["by_appointment_only"]
    days = [(day, _times(hours, day, always_by_appointment)) for day in Weekday]
    rows = []
    for times, group in groupby(days, key=lambda entry: entry[1]):
        together = [day for day, _ in group]
        rows.append({"days": _days(together), "times": times, "today": weekday in together})
    return rows


def _days(together: list[Weekday]) -> str:
    first, last = together[0].label, together[-1].label
    if len(together) == 1:
        return str(first)
    return f"{first} und {last}" if len(together) == 2 else f"{first} bis {last}"


def _times(hours: list[Hours], day: Weekday, always_by_appointment: bool) -> str:
    """`8–12 Uhr, 14–18 Uhr (nur mit Termin)`."""
    rows = sorted((row for row in hours if row.weekday == day), key=lambda row: row.opens)
    texts = []
    for row in rows:
        only = " (nur mit Termin)" if row.by_appointment and not always_by_appointment else ""
        texts.append(span(row.opens, row.closes) + only)
    return ", ".join(texts) or CLOSED


def span(opens: time, closes: time) -> str:
    """`7:30–13 Uhr`; midnight at the end is 24 Uhr."""
    end = "24 Uhr" if closes == time(0) else format_time(closes)
    return f"{format_time(opens).removesuffix(' Uhr')}{EN_DASH}{end}"


def _exceptional_days(row: Exceptional, today: date) -> dict[str, Any]:
    """What of it is still to come."""
    first = max(row.starts_on, today)
    return {
        "date": first,
        "until": row.ends_on if row.ends_on > first else None,
        "date_format": _format_before(first, row.ends_on),
        "text": _exception(row),
    }


def _format_before(first: date, last: date) -> str:
    """What the end of a range does not say again: `24. bis 31. Dezember 2026`."""
    if first.year != last.year:
        return "j. F Y"
    return "j. F" if first.month != last.month else "j."


def _exception(row: Exceptional) -> str:
    what = f"{span(row.opens, row.closes)} geöffnet" if row.opens and row.closes else CLOSED
    return f"{what}. {row.reason}".strip()
