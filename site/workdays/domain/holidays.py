"""Public holidays in Hesse and working days between them."""

from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

COUNTRY, STATE = "DE", "HE"  # Hesse: HFeiertagsG § 1.
SATURDAY = 5
ONE_DAY = timedelta(days=1)


def holidays_between(start: date, end: date) -> dict[date, str]:
    """Holidays from `start` to `end`, both included, with their German names, in order."""
    return {
        day: name
        for year in range(start.year, end.year + 1)
        for day, name in _holidays_of(year).items()
        if start <= day <= end
    }


def is_working_day(day: date) -> bool:
    """Monday to Friday and no public holiday."""
    return day.weekday() < SATURDAY and day not in _holidays_of(day.year)


def next_working_day(day: date) -> date:
    """`day` itself if it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def add_working_days(start: date, days: int) -> date:
    """The `days`-th working day after `start` (before it, if negative); `start` itself is not counted."""
    step = ONE_DAY if days >= 0 else -ONE_DAY
    day = start
    for _ in range(abs(days)):
        day += step
        while not is_working_day(day):
            day += step
    return day


@lru_cache(maxsize=32)
def _holidays_of(year: int) -> dict[date, str]:
    return dict(sorted(country_holidays(COUNTRY, subdiv=STATE, years=year, language="de").items()))
