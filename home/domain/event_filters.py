"""Filters of the event list as they stand in the address: `?kategorie=markt&von=2026-12-01`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.models import Locale

from home.domain.events import EventFilter
from home.models import EventCategory, EventPage

SATURDAY = 5
SLUG = re.compile(r"[-\w]{1,80}", re.ASCII)
YEARS = range(2000, 2101)  # Others are typing errors, and cannot be counted on from.


@dataclass(frozen=True)
class Shortcut:
    """A range of days to choose with one click."""

    title: str
    url: str
    active: bool


def read_filter(parameters: QueryDict, language: str) -> EventFilter:
    """What the address asks for; words that mean nothing are ignored, swapped days put in order."""
    first, last = _day(parameters.get("von", "")), _day(parameters.get("bis", ""))
    if first and last and last < first:
        first, last = last, first
    return EventFilter(_category(parameters.get("kategorie", ""), language), first, last)


def _category(slug: str, language: str) -> EventCategory | None:
    if not SLUG.fullmatch(slug):  # PostgreSQL refuses to look for some of what an address can hold.
        return None
    return EventCategory.objects.filter(slug=slug, locale__language_code=language).first()


def categories(language: str) -> list[EventCategory]:
    """Kinds of events in a language, by name."""
    return list(EventCategory.objects.filter(locale=Locale.objects.get_for_language(language)))


def category_of(page: EventPage) -> EventCategory | None:
    """The kind of an event in the page's language: a translated page may still point to the German one."""
    category: EventCategory | None = page.category
    if category is None or category.locale_id == page.locale_id:
        return category
    return category.get_translation_or_none(page.locale) or category


def category_query(chosen: EventFilter) -> str:
    """`?kategorie=…` for addresses that keep only the category; empty without one."""
    return f"?kategorie={chosen.category.slug}" if chosen.category else ""


def shortcuts(chosen: EventFilter) -> list[Shortcut]:
    """Today, the weekend, the next 30 days; the category stays."""
    today = timezone.localdate()
    saturday = today + timedelta(days=max(SATURDAY - today.weekday(), 0))
    sunday = today if today.weekday() > SATURDAY else saturday + timedelta(days=1)
    ranges = [
        (gettext("Heute"), today, today),
        (gettext("Am Wochenende"), min(saturday, sunday), sunday),
        (gettext("In den nächsten 30 Tagen"), today, today + timedelta(days=30)),
    ]
    return [
        Shortcut(
            title,
            _query(chosen.category, first, last),
            (chosen.first_day, chosen.last_day) == (first, last),
        )
        for title, first, last in ranges
    ]


def _query(category: EventCategory | None, first: date, last: date) -> str:
    parameters = QueryDict(mutable=True)
    if category:
        parameters["kategorie"] = category.slug
    parameters.update({"von": first.isoformat(), "bis": last.isoformat()})
    return f"?{parameters.urlencode()}"


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in YEARS else None
