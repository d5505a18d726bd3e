"""What this room tells the registries of this and lower rooms."""

from datetime import time, timedelta

from django.utils.translation import gettext_lazy
from wagtail.permissions import register_permission_policy

from capabilities.registries import public_pages
from home.domain.document_links import LINKS_KIND, ask_for_missing_links, note_links
from home.domain.document_sources import DocumentSource
from home.domain.document_texts import (
    LEASE_SECONDS,
    TEXT_KIND,
    ask_for_missing_texts,
    read_text,
    unreadable_documents,
)
from home.domain.frame_building import REBUILD_KIND, rebuild_frames, rebuild_job
from home.domain.messages.retention import delete_expired_messages, messages_about_to_be_lost
from home.domain.official_notices import broken_seals
from home.domain.picture_variants import PICTURE_KIND, make_variants
from home.domain.search_sources import PAGE_SOURCES
from home.domain.sitemaps import FixedAddresses, TreePages
from home.facility_answers import FacilityHoursAnswers
from home.message_permissions import MessagePolicy
from home.models import (
    BasePage,
    CitizenMessage,
    ContactPage,
    EventIndexPage,
    EventPage,
    FacilityIndexPage,
    FacilityPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    OfficialNoticeIndexPage,
    OfficialNoticePage,
    StandardPage,
)
from home.registries import page_views, sitemap_sections
from home.rendering import render_page
from home.views import contact, events, home_page, news, official_notices, pages
from outbox.registries import JobKind, NightlyCheck, Recurring, jobs, nightly_checks, schedule
from search.registries import ResultType, direct_answers, result_types, sources


def register() -> None:
    """Called once, in `HomeConfig.ready()`."""
    public_pages.register(render_page)
    register_views()
    register_jobs()
    register_search()
    register_documents()
    register_messages()
    register_official_notices()
    register_sitemap()


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
    schedule.register(
        Recurring(
            REBUILD_KIND, run=rebuild_frames, every=timedelta(hours=1), label="Navigation und Hinweise prüfen"
        )
    )


def register_documents() -> None:
    jobs.register(
        JobKind(TEXT_KIND, read_text, lease_seconds=LEASE_SECONDS, label="Texte von Dokumenten lesen")
    )
    jobs.register(JobKind(LINKS_KIND, note_links, label="Dokumente einer Seite feststellen"))
    schedule.register(
        Recurring(
            TEXT_KIND, run=ask_for_missing_texts, every=timedelta(hours=1), label="Ungelesene Dokumente lesen"
        )
    )
    schedule.register(
        Recurring(
            LINKS_KIND,
            run=ask_for_missing_links,
            every=timedelta(hours=1),
            label="Dokumente von Seiten feststellen",
        )
    )
    nightly_checks.register(
        NightlyCheck(TEXT_KIND, unreadable_documents, label="Dokumente, die sich nicht durchsuchen lassen")
    )
    sources.register(DocumentSource())
    result_types.register(ResultType("document", gettext_lazy("Dokument"), gettext_lazy("Dokumente")))


def register_messages() -> None:
    page_views.register(ContactPage, contact.contact_page)
    register_permission_policy(CitizenMessage, MessagePolicy(CitizenMessage))
    schedule.register(
        Recurring(
            "home.messages",
            run=delete_expired_messages,
            daily_at=time(3, 20),
            label="Zuschriften löschen, deren Frist abgelaufen ist",
        )
    )
    nightly_checks.register(
        NightlyCheck(
            "home.messages", messages_about_to_be_lost, label="Offene Zuschriften kurz vor der Löschung"
        )
    )


def register_official_notices() -> None:
    page_views.register(OfficialNoticeIndexPage, official_notices.notice_index)
    page_views.register(OfficialNoticeIndexPage, official_notices.notice_archive, route="archiv/")
    page_views.register(OfficialNoticeIndexPage, official_notices.notice_archive, route="archiv/<int:year>/")
    page_views.register(OfficialNoticeIndexPage, official_notices.notice_feed, route="feed/")
    page_views.register(OfficialNoticePage, official_notices.notice_page)
    page_views.register(OfficialNoticePage, official_notices.notice_proof, route="nachweis/")
    nightly_checks.register(
        NightlyCheck("home.official_notices", broken_seals, label="Unverändertheit der Bekanntmachungen")
    )


def register_sitemap() -> None:
    sitemap_sections.register(TreePages())
    sitemap_sections.register(FixedAddresses("formulare", ("contact", "online_forms"), (ContactPage,)))


def register_search() -> None:
    for source in PAGE_SOURCES:
        sources.register(source)
    direct_answers.register(FacilityHoursAnswers())
    result_types.register(ResultType("page", gettext_lazy("Seite"), gettext_lazy("Seiten")))
    result_types.register(ResultType("news", gettext_lazy("Nachricht"), gettext_lazy("Nachrichten")))
    result_types.register(ResultType("event", gettext_lazy("Veranstaltung"), gettext_lazy("Veranstaltungen")))
    result_types.register(ResultType("facility", gettext_lazy("Einrichtung"), gettext_lazy("Einrichtungen")))
    result_types.register(
        ResultType("official_notice", gettext_lazy("Bekanntmachung"), gettext_lazy("Bekanntmachungen"))
    )
