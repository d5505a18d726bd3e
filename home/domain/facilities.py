"""Facilities as lists and pages show them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from wagtail.models import Site

from home.addresses import tree_address
from home.enums import FacilityKind, StepFree
from home.maps import MapPlace, map_place
from home.models import FacilityHours, FacilityIndexPage, FacilityPage
from home.publicity import public
from workdays.domain.clock import clock_span, clock_time, weekday_name
from workdays.domain.holidays import holidays_between

LOOK_AHEAD_DAYS = 21


@dataclass(frozen=True)
class FacilityRow:
    """What the component `result_row` takes."""

    title: str
    url: str
    teaser: str
    meta: str


@dataclass(frozen=True)
class HoursRow:
    """A day and its times for the component `hours`."""

    days: str
    times: str
    today: bool


@dataclass(frozen=True)
class KindGroup:
    """Facilities of one kind under a heading, and those of them that lie on a map."""

    title: str
    rows: list[FacilityRow]
    places: list[MapPlace]


def by_kind(index: FacilityIndexPage) -> list[KindGroup]:
    """All public facilities below `index`, by kind and name. One query."""
    roots = Site.get_site_root_paths()
    found = public(FacilityPage.objects.child_of(index)).defer("body").order_by("title")
    groups = {kind: KindGroup(gettext(kind.label), [], []) for kind in FacilityKind}
    for page in found:
        group, url = groups[FacilityKind(page.kind)], tree_address(page.url_path, roots)
        group.rows.append(FacilityRow(page.title, url, page.teaser, page.full_address))
        group.places.extend(map_place(page.title, page.latitude, page.longitude, url))
    return [group for group in groups.values() if group.rows]


def week(hours: Iterable[FacilityHours], today: int) -> list[HoursRow]:
    """One row for each day that has hours; several times of a day in one row."""
    ordered = sorted(hours, key=lambda row: (row.weekday, row.opens))
    return [
        HoursRow(weekday_name(day), _times(list(rows)), day == today)
        for day, rows in groupby(ordered, key=lambda row: row.weekday)
    ]


def open_now(hours: Iterable[FacilityHours], now: datetime | None = None) -> tuple[str, str]:
    """A sentence about today and the state for the component `hours`: open, soon or closed.

    On public holidays the weekly hours say nothing: then it advises to ask.
    """
    moment = timezone.localtime(now)
    if holiday := holidays_between(moment.date(), moment.date()).get(moment.date()):
        text = gettext("Heute ist Feiertag (%(name)s). Fragen Sie vorher, ob geöffnet ist.")
        return text % {"name": holiday}, "closed"
    rows = sorted(hours, key=lambda row: (row.weekday, row.opens))
    for row in rows:
        if row.weekday == moment.weekday() and row.opens <= moment.time() < row.closes:
            return gettext("Jetzt geöffnet, bis %(time)s") % {"time": clock_time(row.closes)}, "open"
        if row.weekday == moment.weekday() and moment.time() < row.opens:
            return gettext("Öffnet heute um %(time)s") % {"time": clock_time(row.opens)}, "soon"
    return _opens_next(rows, moment.date()), "closed"


def _opens_next(rows: Sequence[FacilityHours], today: date) -> str:
    """`rows` in the order of the week. On holidays nobody knows, so they are passed over."""
    opens = {row.weekday: row.opens for row in reversed(rows)}
    days = [today + timedelta(days=number) for number in range(1, LOOK_AHEAD_DAYS + 1)]
    closed = holidays_between(days[0], days[-1])
    day = next((day for day in days if day.weekday() in opens and day not in closed), None)
    if day is None:
        return gettext("Jetzt geschlossen")
    named = weekday_name(day.weekday())
    if day - today > timedelta(days=7):
        named = f"{named}, {date_format(day, gettext('j. F'))},"
    text = gettext("Jetzt geschlossen, öffnet %(day)s um %(time)s")
    return text % {"day": named, "time": clock_time(opens[day.weekday()])}


def access_lines(page: FacilityPage) -> list[str]:
    """What somebody who does not climb stairs wants to know."""
    lines = [gettext(StepFree(page.step_free).label)] if page.step_free else []
    if page.accessible_toilet:
        lines.append(gettext("Barrierefreie Toilette"))
    return [str(line) for line in [*lines, *page.access_note.splitlines()] if line]


def address_lines(page: FacilityPage) -> list[str]:
    """Street, then postal code and town."""
    return [line for line in (page.address, f"{page.postal_code} {page.town}".strip()) if line]


def facility_facts(page: FacilityPage) -> list[dict[str, str]]:
    """What else there is to know, as the component `fact_list` takes it."""
    facts = [
        {"label": gettext("Eintritt"), "value": page.price},
        {"label": gettext("Eigene Internetseite"), "value": page.website, "url": page.website},
    ]
    return [fact for fact in facts if fact["value"]]


def _times(rows: list[FacilityHours]) -> str:
    return ", ".join(clock_span(row.opens, row.closes) for row in rows)
