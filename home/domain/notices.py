"""Which notices a page shows, to the second.

Notices that are not over are written into the frame of each language (`home.domain.frame_building`)
with their times; whether one is current is decided for every request.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Prefetch, Q
from django.utils import timezone
from wagtail.models import Page

from home.enums import NoticeSeverity
from home.models import Notice, NoticeSection

ORDER = [severity.value for severity in NoticeSeverity]
Written = dict[str, Any]


@dataclass(frozen=True)
class ShownNotice:
    """What a template needs; `url` is empty without a link."""

    severity: str
    title: str
    text: str
    url: str
    link_text: str
    language: str


def notices_for(
    written: Iterable[Written], language: str, address: str, tree_path: str = ""
) -> list[ShownNotice]:
    """Of the notices written down, those for a page at `address` and `tree_path`, most urgent first.

    A notice without a text in `language` is shown in German: a warning must reach everybody.
    """
    now = timezone.now().timestamp()
    here = [
        notice for notice in written if _is_current(notice, now) and _belongs_here(notice, address, tree_path)
    ]
    translated = {notice["key"] for notice in here if notice["language"] == language}
    chosen = [
        _shown(notice) for notice in here if notice["language"] == language or notice["key"] not in translated
    ]
    return sorted(chosen, key=lambda notice: ORDER.index(notice.severity))


def notices_not_over(language: str) -> list[Notice]:
    """Current and future notices in a language and in German, the latest first."""
    sections = Prefetch("sections", NoticeSection.objects.select_related("page"))
    return list(
        Notice.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=timezone.now()))
        .filter(locale__language_code__in={language, settings.LANGUAGE_CODE})
        .select_related("locale", "link_page")
        .prefetch_related(sections)
        .order_by("-starts_at", "pk")
    )


def pages_of(notice: Notice) -> Iterator[Page]:
    """Pages whose change can change how the notice is shown."""
    if notice.link_page:
        yield notice.link_page
    yield from (section.page for section in notice.sections.all() if section.page)


def write_notice(notice: Notice, addresses: dict[int, str]) -> Written:
    """The notice as the frame keeps it; `addresses` of the pages that are public."""
    url, label = notice.link_address, notice.link_label
    if notice.link_page and notice.link_page.pk in addresses:
        url, label = addresses[notice.link_page.pk], label or notice.link_page.title
    sections = list(notice.sections.all())
    return {
        "key": str(notice.translation_key),
        "language": notice.locale.language_code,
        "severity": notice.severity,
        "title": notice.title,
        "text": notice.text,
        "url": url,
        "link_text": label if url else "",
        "starts": notice.starts_at.timestamp(),
        "ends": notice.ends_at.timestamp() if notice.ends_at else None,
        "everywhere": notice.everywhere,
        "paths": [section.page.path for section in sections if section.page],
        "addresses": [section.address for section in sections if section.address],
    }


def _is_current(notice: Written, now: float) -> bool:
    return bool(notice["starts"] <= now and (notice["ends"] is None or now < notice["ends"]))


def _belongs_here(notice: Written, address: str, tree_path: str) -> bool:
    if notice["url"].partition("#")[0] == address:
        return False  # The page it leads to says more than the notice.
    return bool(
        notice["everywhere"]
        or any(tree_path.startswith(path) for path in notice["paths"])
        or any(address.startswith(beginning) for beginning in notice["addresses"])
    )


def _shown(notice: Written) -> ShownNotice:
    fields = ("severity", "title", "text", "url", "link_text", "language")
    return ShownNotice(**{field: notice[field] for field in fields})
