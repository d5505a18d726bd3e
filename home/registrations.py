"""What this room tells the registries of this and lower rooms."""

from home.domain.frame_building import REBUILD_KIND, rebuild_job
from home.domain.picture_variants import PICTURE_KIND, make_variants
from home.domain.search_sources import PAGE_SOURCES
from home.models import (
    BasePage,
    EventIndexPage,
    EventPage,
    FacilityIndexPage,
    FacilityPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    StandardPage,
)
from home.registries import page_views
from home.views import events, home_page, news, pages
from outbox.registries import JobKind, jobs
from search.registries import ResultType, result_types, sources


def register() -> None:
    """Called once, in `HomeConfig.ready()`."""
    register_views()
    register_jobs()
    register_search()


def register_views() -> None:
    page_views.register(BasePage, pages.show)
    page_views.register(HomePage, home_page.home_page)
    page_views.register(StandardPage, pages.standard_page)
    page_views.register(FacilityIndexPage, pages.facility_index)
    page_views.register(FacilityPage, pages.facility_page)
    page_views.register(NewsIndexPage, news.news_index)
    page_views.register(NewsIndexPage, news.news_index, route="<int:year>/")
    page_views.register(NewsIndexPage, news.news_feed, route="feed/")
    page_views.register(NewsPage, news.news_page)
    page_views.register(EventIndexPage, events.event_index)
    page_views.register(EventIndexPage, events.subscription, route="kalender/")
    page_views.register(EventPage, events.event_page)
    page_views.register(EventPage, events.event_calendar, route="kalender/")


def register_jobs() -> None:
    jobs.register(JobKind(PICTURE_KIND, make_variants, lease_seconds=300, label="Bildgrößen herstellen"))
    jobs.register(JobKind(REBUILD_KIND, rebuild_job, label="Navigation und Fußzeile aktualisieren"))


def register_search() -> None:
    for source in PAGE_SOURCES:
        sources.register(source)
    result_types.register(ResultType("page", "Seite", "Seiten"))
    result_types.register(ResultType("news", "Nachricht", "Nachrichten"))
    result_types.register(ResultType("event", "Veranstaltung", "Veranstaltungen"))
    result_types.register(ResultType("facility", "Einrichtung", "Einrichtungen"))
