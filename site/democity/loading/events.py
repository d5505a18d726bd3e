"""Events with dates relative to the day of loading."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.text import slugify
from wagtail.models import Locale

from democity import content_files
from home.enums import Repetition
from home.models import EventCategory, EventIndexPage, EventPage, EventSchedule
from home.repetition import days
from workdays.domain.holidays import holidays_between

from .blocks import text_body
from .load import Load, local

SUNDAY = 6


def load_events(load: Load) -> None:
    index = EventIndexPage.objects.child_of(load.home).get()
    for entry in content_files.read("events")["events"]:
        page = EventPage(
            slug=entry["slug"],
            title=entry["title"],
            teaser=entry["teaser"],
            category=_category(entry["category"], load),
            picture=load.pictures.get(entry.get("picture", "")),
            body=text_body(entry.get("body", ""), load),
            is_cancelled=entry.get("cancelled", False),
            place_name=entry.get("place", ""),
            address=entry.get("address", ""),
            organiser=entry.get("organiser", ""),
            price=entry.get("price", ""),
        )
        page.schedules.set(list(schedules(entry, load)))
        load.add_page(index, page)


def schedules(entry: dict[str, Any], load: Load) -> Iterator[EventSchedule]:
    """Rows for `dates` and for `repeat` of one entry."""
    for number, single in enumerate(entry.get("dates", [])):
        yield _single(single, number, load)
    if "repeat" in entry:
        yield from _repeated(entry["repeat"], load)


def _single(entry: dict[str, Any], number: int, load: Load) -> EventSchedule:
    first, last = _span(entry, load)
    if entry.get("all_day"):
        start, end = local(first, "00:00"), local(last, "23:59")
        return EventSchedule(sort_order=number, start=start, end=end, all_day=True)
    return _timed(first, entry, number)


def _span(entry: dict[str, Any], load: Load) -> tuple[date, date]:
    if "season" in entry:
        return load.season(*entry["season"])
    first = load.weekday(entry["days"], entry["weekday"])
    return first, first + timedelta(days=entry.get("until_days", entry["days"]) - entry["days"])


def _timed(day: date, entry: dict[str, Any], number: int = 0) -> EventSchedule:
    end = local(day, entry["end"]) if "end" in entry else None
    return EventSchedule(sort_order=number, start=local(day, entry["start"]), end=end)


def _repeated(entry: dict[str, Any], load: Load) -> Iterator[EventSchedule]:
    """All but holidays; what `moves` then takes place on the last day before that is none, nor a Sunday."""
    weekly = entry["every"] in {"weekly", "fortnightly"}
    earliest = load.day(entry["first_days"])
    first = _next_weekday(earliest, entry["weekday"]) if weekly else _nth_weekday(earliest, entry)
    schedule = _timed(first, entry)
    schedule.repetition = Repetition(entry["every"]) if weekly else Repetition.MONTHLY_WEEKDAY
    schedule.until = load.day(entry["until_days"])
    closed = holidays_between(first - timedelta(weeks=1), schedule.until)
    missed = [day for day in days(first, schedule.repetition, schedule.until) if day in closed]
    schedule.except_on = ", ".join(f"{day:%d.%m.%Y}" for day in missed)
    yield schedule
    for number, day in enumerate(missed if entry.get("moves") else (), 1):
        while day in closed or day.weekday() == SUNDAY:
            day -= timedelta(days=1)
        yield _timed(day, entry, number)


def _next_weekday(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _nth_weekday(earliest: date, entry: dict[str, Any]) -> date:
    """The nth weekday of a month, not before `earliest`."""
    first_of_month = earliest.replace(day=1)
    found = _next_weekday(first_of_month, entry["weekday"]) + timedelta(weeks=entry.get("nth", 1) - 1)
    if found >= earliest:
        return found
    next_month = (first_of_month + timedelta(days=32)).replace(day=1)
    return _next_weekday(next_month, entry["weekday"]) + timedelta(weeks=entry.get("nth", 1) - 1)


def _category(name: str, load: Load) -> EventCategory:
    category, created = EventCategory.objects.get_or_create(
        slug=slugify(name), locale=Locale.objects.get(language_code="de"), defaults={"name": name}
    )
    if created:
        load.mark(category)
    return category
