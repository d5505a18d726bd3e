"""Opening hours as a sentence: `Heute bis 18 Uhr geöffnet`, `Geschlossen, öffnet Montag 8 Uhr`."""

from datetime import date, datetime, time

from workdays.domain.month_names import GERMAN_MONTHS

from ..enums import Weekday


def open_sentence(now: datetime, until: datetime, by_appointment: bool) -> str:
    how = "mit Termin geöffnet" if by_appointment else "geöffnet"
    days = (until.date() - now.date()).days
    if days > 7:
        return f"Durchgehend {how}"
    if days == 0:
        return f"Heute bis {format_time(until.time())} {how}"
    if days == 1 and until.time() == time(0):
        return f"Heute bis 24 Uhr {how}"
    return f"Bis {_day_name(now.date(), until.date())} {format_time(until.time())} {how}"


def closed_sentence(now: datetime, opens_at: datetime | None, reason: str) -> str:
    closed = f"Geschlossen ({reason})" if reason else "Geschlossen"
    if opens_at is None:
        return closed if reason else "Zurzeit geschlossen"
    return f"{closed}, öffnet {_day_name(now.date(), opens_at.date())} {format_time(opens_at.time())}"


def _day_name(today: date, day: date) -> str:
    """`heute`, `morgen`, the weekday within a week, otherwise the date."""
    days = (day - today).days
    if days < 2:
        return ("heute", "morgen")[days]
    if days < 7:
        return str(Weekday(day.weekday()).label)
    return f"am {day.day}. {GERMAN_MONTHS[day.month - 1]}"


def format_time(moment: time) -> str:
    """`8 Uhr`, `8:30 Uhr`."""
    return f"{moment.hour}:{moment.minute:02} Uhr" if moment.minute else f"{moment.hour} Uhr"
