"""Opening hours in words: now, the week, and the days on which something else holds."""

from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.utils.translation import gettext

from workdays.domain.clock import clock_span, weekday_name

from ..domain.office_hours import exceptions, office_state, weekly_hours
from ..domain.opening_hours import LOCAL_TIME, Exceptional, Hours, OpeningState
from ..enums import Weekday
from .languages import foreign_language


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
    foreign = foreign_language(document)
    return [{**_exceptional_days(row, today), "foreign": foreign} for row in rows if row.is_in_view(today)]


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
    names = {"first": weekday_name(together[0]), "last": weekday_name(together[-1])}
    if len(together) == 1:
        return names["first"]
    several = gettext("%(first)s und %(last)s") if len(together) == 2 else gettext("%(first)s bis %(last)s")
    return several % names


def _times(hours: list[Hours], day: Weekday, always_by_appointment: bool) -> str:
    """`8–12 Uhr, 14–18 Uhr (nur mit Termin)`."""
    rows = sorted((row for row in hours if row.weekday == day), key=lambda row: row.opens)
    texts = []
    for row in rows:
        only = row.by_appointment and not always_by_appointment
        texts.append(clock_span(row.opens, row.closes) + (f" ({gettext('nur mit Termin')})" if only else ""))
    return ", ".join(texts) or gettext("geschlossen")


def _exceptional_days(row: Exceptional, today: date) -> dict[str, Any]:
    """What of it is still to come."""
    first = max(row.starts_on, today)
    return {
        "date": first,
        "until": row.ends_on if row.ends_on > first else None,
        "date_format": _format_before(first, row.ends_on),
        "text": f"{_exception(row)}.",
        "reason": row.reason,
    }


def _format_before(first: date, last: date) -> str:
    """What the end of a range does not say again: `24. bis 31. Dezember 2026`."""
    if first.year != last.year:
        return gettext("j. F Y")
    return gettext("j. F") if first.month != last.month else gettext("j.")


def _exception(row: Exceptional) -> str:
    if row.opens and row.closes:
        return gettext("%(times)s geöffnet") % {"times": clock_span(row.opens, row.closes)}
    return gettext("geschlossen")
