"""What the search may know of editorial pages: only what is live and public at this moment."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone
from wagtail.models import Page

from home.domain.body import text_of
from home.domain.facility_kinds import KIND_NAMES
from home.enums import FacilityKind
from home.models import (
    ContactPage,
    EventIndexPage,
    EventPage,
    FacilityIndexPage,
    FacilityPage,
    NewsIndexPage,
    NewsPage,
    OfficialNoticeIndexPage,
    OfficialNoticePage,
    StandardPage,
)
from home.publicity import public
from search.documents import About, SearchDocument

Details = dict[str, Any]


@dataclass
class PageSource:
    """A page type as a source of the search (see `search.registries.SearchSource`).

    `details` gives the parts of the document that differ by type, or None where a page that is public
    has nothing to be found for, such as an event that is over.
    """

    name: str
    model: type[Model]
    document_type: str
    details: Callable[[Any], Details | None]

    def documents_for(self, pk: str) -> list[SearchDocument]:
        return self.documents_by_pk([pk]).get(pk, [])

    def documents_by_pk(self, pks: Sequence[str]) -> dict[str, list[SearchDocument]]:
        pages: Any = public(self.model._default_manager.filter(pk__in=pks))
        return {str(page.pk): self._documents(page) for page in pages}

    def _documents(self, page: Any) -> list[SearchDocument]:
        details = self.details(page)
        if details is None:
            return []
        ends = [moment for moment in (page.expire_at, details.pop("expires_at", None)) if moment]
        return [
            SearchDocument(
                type=self.document_type,
                id=str(page.pk),
                language=page.language,
                title=page.title,
                teaser=page.teaser,
                url=page.url or "",
                expires_at=min(ends, default=None),
                **details,
            )
        ]

    def public_pks(self) -> Iterator[str]:
        pages: Any = public(self.model._default_manager.all()).order_by("pk")
        for page in pages.defer_streamfields().iterator():
            if self.details is not _event or _last_date(page) is not None:
                yield str(page.pk)


def _standard(page: StandardPage) -> Details:
    return {"about": About.PLACE, "body": f"{page.introduction}\n{text_of(page.body)}"}


def _index(page: NewsIndexPage | EventIndexPage | FacilityIndexPage | OfficialNoticeIndexPage) -> Details:
    return {"about": About.PLACE, "body": page.introduction}


def _news(page: NewsPage) -> Details:
    return {"body": text_of(page.body), "date": page.published_on}


def _event(page: EventPage) -> Details | None:
    """Found until its last date is over, dated by the next one."""
    over_at = _last_date(page)
    if over_at is None:
        return None
    following = page.dates.filter(over_at__gt=timezone.now()).order_by("start").first()
    place = f"{page.place_name} {page.address}"
    return {
        "body": f"{place}\n{text_of(page.body)}",
        "date": timezone.localtime(following.start).date() if following else None,
        "changes_at": following.over_at if following else None,
        "expires_at": over_at,
    }


def _facility(page: FacilityPage) -> Details:
    kind = str(FacilityKind(page.kind).label)
    access = f"{page.hours_note}\n{page.access_note}"
    return {
        "about": About.PLACE,
        "alternatives": (kind, *KIND_NAMES.get(page.kind, ())),
        "body": f"{page.full_address}\n{access}\n{text_of(page.body)}",
    }


def _last_date(page: Page) -> datetime | None:
    """When the last date to come is over; None when there is none."""
    return (
        page.dates.filter(over_at__gt=timezone.now())
        .order_by("-over_at")
        .values_list("over_at", flat=True)
        .first()
    )


def _contact(page: ContactPage) -> Details:
    return {"about": About.PLACE, "body": f"{page.introduction}\n{text_of(page.body)}"}


def _official_notice(page: OfficialNoticePage) -> Details:
    kind = str(page.get_kind_display())
    return {
        "alternatives": (kind,),
        "body": f"{kind} {page.department}\n{text_of(page.body)}",
        "department": page.department,
        "date": page.issued_on,
    }


PAGE_SOURCES = (
    PageSource("home.pages", StandardPage, "page", _standard),
    PageSource("home.news", NewsPage, "news", _news),
    PageSource("home.events", EventPage, "event", _event),
    PageSource("home.facilities", FacilityPage, "facility", _facility),
    PageSource("home.news_lists", NewsIndexPage, "page", _index),
    PageSource("home.event_lists", EventIndexPage, "page", _index),
    PageSource("home.facility_lists", FacilityIndexPage, "page", _index),
    PageSource("home.contact", ContactPage, "page", _contact),
    PageSource("home.official_notices", OfficialNoticePage, "official_notice", _official_notice),
    PageSource("home.official_notice_lists", OfficialNoticeIndexPage, "page", _index),
)
