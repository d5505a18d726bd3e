"""Events as lists show them: one row for each date. Only what everybody may see."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from wagtail.models import Site

from home.addresses import tree_address
from home.domain.event_texts import time_text
from home.models import EventCategory, EventDate
from home.prepared_queries import PreparedQuery
from home.publicity import public

DATES_ON_FRONT_PAGE = 5
FIELDS = (
    "start",
    "end",
    "all_day",
    "page__title",
    "page__teaser",
    "page__url_path",
    "page__place_name",
    "page__is_cancelled",
)


@dataclass(frozen=True)
class Badge:
    """A short word about an event, as the component `badge` takes it."""

    label: str | Promise
    tone: str


CANCELLED = Badge(gettext_lazy("abgesagt"), "danger")


@dataclass(frozen=True)
class EventRow:
    """What the component `event_row` takes. `date` is the local day on which it begins."""

    title: str
    url: str
    teaser: str
    place: str
    date: date
    time: str
    badges: tuple[Badge, ...] = ()

    @property
    def when_and_where(self) -> str:
        """`19:30 bis 21 Uhr, Stadtkirche`, without what is not known."""
        return ", ".join(part for part in (self.time, self.place) if part)


@dataclass(frozen=True)
class EventFilter:
    """Which dates to list: of a category, from and until a day (both included)."""

    category: EventCategory | None = None
    first_day: date | None = None
    last_day: date | None = None


def dates_to_come(language: str, chosen: EventFilter | None = None) -> QuerySet[EventDate]:
    """Dates that are not over, in order, in a language."""
    found = public_dates(language).filter(over_at__gt=timezone.now())
    return _narrowed(found, chosen or EventFilter())


def public_dates(language: str) -> QuerySet[EventDate]:
    """All dates of public events in a language, those of the past too."""
    dates = EventDate.objects.filter(page__locale__language_code=language)
    return public(dates, "page__path").order_by("start", "page_id")


def next_events(language: str) -> list[EventRow]:
    """The next dates for the front page, cancelled events left out. One query."""
    rows = NEXT.rows(language=language, now=timezone.now())
    return event_rows(dict(zip(FIELDS, row, strict=True)) for row in rows)


def _next(language: str, now: datetime) -> QuerySet[EventDate]:
    dates = public_dates(language).filter(over_at__gt=now, page__is_cancelled=False)
    return dates.values_list(*FIELDS)[:DATES_ON_FRONT_PAGE]  # type: ignore[return-value]


NEXT = PreparedQuery(_next, language=str, now=datetime)


def event_values(dates: QuerySet[EventDate]) -> QuerySet[EventDate, dict[str, Any]]:
    """Only what rows show: no page is loaded for it."""
    return dates.values(*FIELDS)


def event_rows(values: Iterable[dict[str, Any]]) -> list[EventRow]:
    """Rows from `event_values`."""
    roots = Site.get_site_root_paths()
    return [_row(entry, tree_address(entry["page__url_path"], roots)) for entry in values]


def by_day(rows: Iterable[EventRow]) -> Iterator[tuple[date, list[EventRow]]]:
    """Rows that are in order, together with their day."""
    for day, found in groupby(rows, key=lambda row: row.date):
        yield day, list(found)


def _narrowed(dates: QuerySet[EventDate], chosen: EventFilter) -> QuerySet[EventDate]:
    if chosen.category:
        dates = dates.filter(page__category__translation_key=chosen.category.translation_key)
    if chosen.first_day:
        dates = dates.filter(over_at__gt=_midnight(chosen.first_day))
    if chosen.last_day:
        dates = dates.filter(start__lt=_midnight(chosen.last_day + timedelta(days=1)))
    return dates


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _row(values: dict[str, Any], url: str) -> EventRow:
    return EventRow(
        title=values["page__title"],
        url=url,
        teaser=values["page__teaser"],
        place=values["page__place_name"],
        date=timezone.localtime(values["start"]).date(),
        time=time_text(values["start"], values["end"], values["all_day"]),
        badges=(CANCELLED,) if values["page__is_cancelled"] else (),
    )
