"""Opening hours as a sentence: `Heute bis 18 Uhr geöffnet`, `Closed, opens Monday at 8 am`."""

from datetime import date, datetime, time

from django.utils.dates import MONTHS
from django.utils.translation import gettext

from workdays.domain.clock import clock_time, end_time, weekday_name


def open_sentence(now: datetime, until: datetime, by_appointment: bool) -> str:
    days = (until.date() - now.date()).days
    if days > 7:
        always = gettext("Durchgehend mit Termin geöffnet")
        return always if by_appointment else gettext("Durchgehend geöffnet")
    if days == 0 or (days == 1 and until.time() == time(0)):
        today = gettext("Heute bis %(time)s mit Termin geöffnet")
        return (today if by_appointment else gettext("Heute bis %(time)s geöffnet")) % {
            "time": end_time(until.time())
        }
    later = gettext("Bis %(day)s %(time)s mit Termin geöffnet")
    return (later if by_appointment else gettext("Bis %(day)s %(time)s geöffnet")) % {
        "day": _day_name(now.date(), until.date()),
        "time": clock_time(until.time()),
    }


def closed_sentence(now: datetime, opens_at: datetime | None, reason: str) -> str:
    closed = gettext("Geschlossen (%(reason)s)") % {"reason": reason} if reason else gettext("Geschlossen")
    if opens_at is None:
        return closed if reason else gettext("Zurzeit geschlossen")
    return gettext("%(closed)s, öffnet %(day)s %(time)s") % {
        "closed": closed,
        "day": _day_name(now.date(), opens_at.date()),
        "time": clock_time(opens_at.time()),
    }


def _day_name(today: date, day: date) -> str:
    """`heute`, `morgen`, the weekday within a week, otherwise the date."""
    days = (day - today).days
    if days < 2:
        return (gettext("heute"), gettext("morgen"))[days]
    if days < 7:
        return weekday_name(day.weekday())
    return gettext("am %(day)s. %(month)s") % {"day": day.day, "month": MONTHS[day.month]}
