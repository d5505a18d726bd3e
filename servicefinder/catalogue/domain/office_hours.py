"""Opening hours of a published office: the rows of its document, and whether it is open now."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from workdays.domain.holidays import holidays_between

from .opening_hours import HORIZON_DAYS, LOCAL_TIME, Exceptional, Hours, OpeningState, hours_of, state_at

Document = Mapping[str, Any]


def office_state(document: Document, now: datetime) -> OpeningState | None:
    """State of an office at `now`; None where it has no opening hours to speak of."""
    week = weekly_hours(document)
    if not week and not document["exceptions"]:
        return None
    today = now.astimezone(LOCAL_TIME).date()
    return state_at(week, exceptions(document), _holidays(document, today), now)


def hours_in_days(document: Document, first: date, days: int) -> dict[date, list[Hours]]:
    """Hours of each of the next `days` days, with exceptions and holidays applied."""
    week, special, holidays = weekly_hours(document), exceptions(document), _holidays(document, first)
    return {
        day: hours_of(week, special, holidays, day)
        for day in (first + timedelta(days=n) for n in range(days))
    }


def weekly_hours(document: Document) -> list[Hours]:
    return [
        Hours(
            row["weekday"],
            time.fromisoformat(row["opens"]),
            time.fromisoformat(row["closes"]),
            row["by_appointment_only"] or document["by_appointment_only"],
        )
        for row in document["opening_hours"]
    ]


def exceptions(document: Document) -> list[Exceptional]:
    return [
        Exceptional(
            date.fromisoformat(row["starts_on"]),
            date.fromisoformat(row["ends_on"]),
            _clock(row["opens"]),
            _clock(row["closes"]),
            row["reason"],
        )
        for row in document["exceptions"]
    ]


def next_exception_change(document: Document, today: date) -> date | None:
    """First day after `today` on which other exceptional days are still to come, or come into view."""
    days: list[date] = []
    for row in exceptions(document):
        days += [row.in_view_from, row.starts_on, row.ends_on + timedelta(days=1)]
        if row.covers(today):
            days.append(today + timedelta(days=1))  # The days that are left are one fewer.
    return min((day for day in days if day > today), default=None)


def _clock(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _holidays(document: Document, today: date) -> Mapping[date, str]:
    """Holidays in Hesse on which the office is closed, from yesterday on."""
    if document["open_on_holidays"]:
        return {}
    return holidays_between(today - timedelta(days=1), today + timedelta(days=HORIZON_DAYS))
