"""Events as iCalendar (RFC 5545), for one event or to subscribe to."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from icalendar import Calendar, Event
from wagtail.models import Site

from home.addresses import full_address, tree_address
from home.models import EventDate

REFRESH = timedelta(hours=12)


def calendar_of(dates: QuerySet[EventDate], name: str) -> bytes:
    """The dates as a calendar file; one query."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{_host()}//Veranstaltungen//DE")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    for entry in _entries(dates.select_related("page").defer("page__body")):
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _entries(dates: Iterable[EventDate]) -> Iterable[Event]:
    roots = Site.get_site_root_paths()
    for date in dates:
        yield _entry(date, full_address(tree_address(date.page.url_path, roots)))


def _entry(date: EventDate, url: str) -> Event:
    page = date.page
    entry = Event()
    # Readers fail on identifiers that are not ASCII.
    entry.add("uid", f"{page.translation_key}-{_utc(date.start):%Y%m%dT%H%M}@{_host()}")
    entry.add("dtstamp", _utc(page.last_published_at or timezone.now()))
    entry.add("summary", page.title)
    if page.teaser:
        entry.add("description", page.teaser)
    entry.add("url", url)
    if place := ", ".join(part for part in (page.place_name, page.address) if part):
        entry.add("location", place)
    if page.latitude is not None and page.longitude is not None:
        entry.add("geo", (float(page.latitude), float(page.longitude)))
    entry.add("status", "CANCELLED" if page.is_cancelled else "CONFIRMED")
    _add_time(entry, date)
    return entry


def _add_time(entry: Event, date: EventDate) -> None:
    """Whole days as days (the end is the day after, RFC 5545 no. 3.6.1), times in UTC."""
    if date.all_day:
        last = timezone.localtime(date.end or date.start).date()
        entry.add("dtstart", timezone.localtime(date.start).date())
        entry.add("dtend", last + timedelta(days=1))
        return
    entry.add("dtstart", _utc(date.start))
    if date.end and date.end > date.start:
        entry.add("dtend", _utc(date.end))


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _host() -> str:
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return host.encode("idna").decode("ascii")
