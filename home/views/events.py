"""Events: list by date and category, the single event, calendar files."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from home.domain import structured_data
from home.domain.body import rendered
from home.domain.calendars import calendar_of
from home.domain.event_dates import planned_dates
from home.domain.event_filters import categories, category_of, category_query, read_filter, shortcuts
from home.domain.event_texts import date_lines, event_facts
from home.domain.events import by_day, dates_to_come, event_rows, event_values, public_dates
from home.domain.paging import paged
from home.models import EventIndexPage, EventPage
from home.pictures import picture
from home.views.pages import show

DATES_ON_A_PAGE = 30
DATES_IN_CALENDAR = 500
DATES_IN_STRUCTURED_DATA = 10


def event_index(page: EventIndexPage, request: HttpRequest) -> HttpResponse:
    chosen = read_filter(request.GET, page.language)
    paging = paged(event_values(dates_to_come(page.language, chosen)), request.GET, DATES_ON_A_PAGE)
    index_url = page.get_url(request) or ""
    return show(
        page,
        request,
        index_url=index_url,
        calendar_url=f"{index_url}kalender/{category_query(chosen)}",
        ways_on=[{"title": gettext("Alle Veranstaltungen"), "url": index_url}] if request.GET else [],
        chosen=chosen,
        categories=categories(page.language),
        shortcuts=shortcuts(chosen),
        paging=paging,
        days=list(by_day(event_rows(paging.rows))),
    )


def event_page(page: EventPage, request: HttpRequest) -> HttpResponse:
    dates = planned_dates(page) if request.is_preview else list(page.dates.all())  # type: ignore[attr-defined]
    to_come = [date for date in dates if date.over_at > timezone.now()]
    return show(
        page,
        request,
        body=rendered(page.body, request),
        category=category_of(page),
        facts=event_facts(page),
        picture=picture(page.picture, "content") if page.picture else None,
        dates=date_lines(to_come),
        past_dates=date_lines(dates) if not to_come else [],
        calendar_url=f"{page.get_url(request) or ''}kalender/",
        structured_data=structured_data.event(page, to_come[:DATES_IN_STRUCTURED_DATA], request),
    )


def event_calendar(page: EventPage, request: HttpRequest) -> HttpResponse:
    """All dates of one event as a file."""
    dates = public_dates(page.language).filter(page=page)
    return _calendar_file(calendar_of(dates, page.title), page.slug)


def subscription(page: EventIndexPage, request: HttpRequest) -> HttpResponse:
    """Dates to come, of one category if asked, for calendars that ask again by themselves."""
    chosen = read_filter(request.GET, page.language)
    dates = dates_to_come(page.language, chosen)[:DATES_IN_CALENDAR]
    name = chosen.category.name if chosen.category else page.title
    return _calendar_file(calendar_of(dates, name), gettext("veranstaltungen"))


def _calendar_file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return response
