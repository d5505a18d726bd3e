"""The front page: search first, then what most people come for."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from home.domain import structured_data
from home.domain.body import rendered
from home.domain.events import EventRow, by_day, next_events
from home.domain.front_page import public_front_page
from home.domain.news import NewsRow, latest_news
from home.models import HomePage
from home.pictures import picture_from
from home.registries import page_panels
from home.views.pages import show


@require_safe
def front_page(request: HttpRequest) -> HttpResponse:
    """The front page by language in one query; Wagtail's way round where it is not public or not there."""
    page = public_front_page(translation.get_language() or settings.LANGUAGE_CODE)
    if page is None:
        return serve(request, "")
    request._wagtail_route_for_request = RouteResult(page)  # type: ignore[attr-defined]
    return page.serve(request)


def home_page(page: HomePage, request: HttpRequest) -> HttpResponse:
    panels = {panel.key: panel for panel in page_panels.filled("home", request)}
    news, events = latest_news(page.language), next_events(page.language)
    return show(
        page,
        request,
        hero=picture_from(page.hero, "hero", alt="") if page.hero else None,
        most_wanted=panels.pop("most_wanted", None),
        life_situations=panels.pop("life_situations", None),
        town_hall=panels.pop("town_hall", None),
        panels=list(panels.values()),
        news=news,
        news_url=list_address(news),
        days=list(by_day(events)),
        events_url=list_address(events),
        body=rendered(page.body, request),
        structured_data=structured_data.home(page, request),
    )


def list_address(rows: Sequence[NewsRow] | Sequence[EventRow]) -> str:
    """Address of the list that the rows come from: each lies directly below it."""
    return rows[0].url.rstrip("/").rsplit("/", 1)[0] + "/" if rows else ""
