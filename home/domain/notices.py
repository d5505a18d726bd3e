"""Which notices a page shows, to the minute: read for every request, never cached."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail.models import Page

from home.addresses import tree_address
from home.enums import NoticeSeverity
from home.models import Notice
from home.publicity import public

ORDER = [severity.value for severity in NoticeSeverity]


@dataclass(frozen=True)
class ShownNotice:
    """What a template needs; `url` is empty without a link."""

    severity: str
    title: str
    text: str
    url: str
    link_text: str
    language: str


def notices_for(language: str, address: str, tree_path: str = "") -> list[ShownNotice]:
    """Notices for a page at `address` (and `tree_path` in the page tree), most urgent first. One query.

    A notice without a text in `language` is shown in German: a warning must reach everybody.
    """
    rows = [row for row in _current_rows(language, timezone.now()) if _belongs_here(row, address, tree_path)]
    translated = {row["translation_key"] for row in rows if row["locale__language_code"] == language}
    chosen = {
        row["id"]: _shown(row)
        for row in rows
        if row["locale__language_code"] == language or row["translation_key"] not in translated
    }
    return sorted(chosen.values(), key=lambda notice: ORDER.index(notice.severity))


def _current_rows(language: str, now: datetime) -> Iterator[dict[str, Any]]:
    """One row for each notice and section."""
    target = public(Page.objects.filter(pk=OuterRef("link_page")))
    return (
        Notice.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=now), starts_at__lte=now)
        .filter(locale__language_code__in={language, settings.LANGUAGE_CODE})
        .annotate(link_is_public=Exists(target))
        .order_by("-starts_at", "pk")
        .values(
            "id",
            "translation_key",
            "locale__language_code",
            "severity",
            "title",
            "text",
            "everywhere",
            "link_label",
            "link_address",
            "link_is_public",
            "link_page__url_path",
            "link_page__title",
            "sections__page__path",
            "sections__address",
        )
        .iterator()
    )


def _belongs_here(row: dict[str, Any], address: str, tree_path: str) -> bool:
    section, beginning = row["sections__page__path"], row["sections__address"]
    return bool(
        row["everywhere"]
        or (section and tree_path.startswith(section))
        or (beginning and address.startswith(beginning))
    )


def _shown(row: dict[str, Any]) -> ShownNotice:
    url, label = row["link_address"], row["link_label"]
    if row["link_is_public"]:
        url, label = tree_address(row["link_page__url_path"]), label or row["link_page__title"]
    return ShownNotice(
        row["severity"], row["title"], row["text"], url, label if url else "", row["locale__language_code"]
    )
