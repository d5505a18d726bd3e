"""Days and times of the clock in words, in the language of the page: German, or English."""

from datetime import time

from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language

EN_DASH = "–"
MIDNIGHT, NOON = time(0), time(12)


def weekday_name(day: int) -> str:
    """Numbered as in `date.weekday()`."""
    return str(WEEKDAYS[day])


def clock_time(moment: time) -> str:
    """`8 Uhr`, `8:30 Uhr`; `8 am`, `8:30 am`."""
    if get_language() != "en":
        return f"{_digits(moment.hour, moment)} Uhr"
    if moment in (MIDNIGHT, NOON):
        return "noon" if moment == NOON else "midnight"
    return f"{_digits(moment.hour % 12 or 12, moment)} {'am' if moment.hour < 12 else 'pm'}"


def end_time(moment: time) -> str:
    """Midnight at the end of a day is 24 Uhr."""
    return "24 Uhr" if moment == MIDNIGHT and get_language() != "en" else clock_time(moment)


def clock_span(opens: time, closes: time) -> str:
    """`7:30–13 Uhr`, `7:30 am–1 pm`."""
    return f"{clock_time(opens).removesuffix(' Uhr')}{EN_DASH}{end_time(closes)}"


def _digits(hour: int, moment: time) -> str:
    return f"{hour}:{moment.minute:02}" if moment.minute else str(hour)
