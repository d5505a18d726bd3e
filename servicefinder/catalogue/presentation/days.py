"""Days as people say them."""

from datetime import date

from workdays.domain.month_names import GERMAN_MONTHS

from ..enums import Weekday


def day_text(day: date) -> str:
    """`1. Januar 2027`."""
    return f"{day.day}. {GERMAN_MONTHS[day.month - 1]} {day.year}"


def long_day(day: date) -> str:
    """`Mittwoch, 6. Januar 2027`."""
    return f"{Weekday(day.weekday()).label}, {day_text(day)}"
