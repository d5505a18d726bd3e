"""Days in words."""

from datetime import date

from ..wording import Texts


def long_day(day: date, texts: Texts) -> str:
    """`Mittwoch, 6. Januar 2027`, `Wednesday 6 January 2027`."""
    weekday, month = texts.weekdays[day.weekday()], texts.months[day.month - 1]
    if texts.lang == "en":
        return f"{weekday} {day.day} {month} {day.year}"
    return f"{weekday}, {day.day}. {month} {day.year}"


def short_day(day: date, texts: Texts) -> str:
    """`Fr 25.12.`, `Fri 25/12`."""
    written = f"{day.day}/{day.month}" if texts.lang == "en" else f"{day.day:02}.{day.month:02}."
    return f"{texts.short_weekdays[day.weekday()]} {written}"


def distance(day: date, today: date, texts: Texts) -> str:
    """`heute`, `morgen`, `in 3 Tagen`."""
    days = (day - today).days
    if days == 0:
        return texts.today
    return texts.tomorrow if days == 1 else texts.in_days.format(days=days)
