"""Where the text of a page can be read in another language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from home.addresses import tree_address
from home.domain.breadcrumbs import DEPTH_OF_HOME
from home.prepared_queries import PreparedQuery
from home.publicity import public


@dataclass(frozen=True)
class LanguageLink:
    """`code` may be written into `lang`: `simple` is a registered variant of languages (BCP 47)."""

    code: str
    label: str
    url: str
    active: bool


def language_links(
    request: HttpRequest, page: Page | None, language: str, front_pages: dict[str, str]
) -> list[LanguageLink]:
    """Languages in which this page can be read, the current one included. At most one query.

    A view without a page may set `request.language_urls` (code → address); otherwise it offers the
    front pages of the other languages.
    """
    urls = getattr(request, "language_urls", None)
    if urls is None:
        is_inner_page = page is not None and page.depth != DEPTH_OF_HOME
        urls = _translations_of(page) if is_inner_page else front_pages
    urls = {**urls, language: request.path}
    return [
        LanguageLink(code, label, urls[code], code == language)
        for code, label in settings.LANGUAGES
        if code in urls
    ]


def front_page_addresses() -> dict[str, str]:
    """Public front pages by language."""
    pages = public(Page.objects.filter(depth=DEPTH_OF_HOME))
    return _addresses(pages.values_list("locale__language_code", "url_path"))


def _translations_of(page: Page | None) -> dict[str, str]:
    return _addresses(TRANSLATIONS.rows(key=page.translation_key)) if page is not None else {}


def _translations(key: UUID) -> "QuerySet[Page]":
    pages = public(Page.objects.filter(translation_key=key))
    return pages.values_list("locale__language_code", "url_path")


TRANSLATIONS = PreparedQuery(_translations, key=UUID)


def _addresses(rows: Iterable[tuple[Any, ...]]) -> dict[str, str]:
    return {code: url for code, url_path in rows if (url := tree_address(url_path))}
