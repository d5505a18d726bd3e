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
    """`code` may be written into `lang`: `simple` is a registered variant of languages (BCP 47).

    `twin`: whether the same text is there; else the link leads to the front page of the language.
    """

    code: str
    label: str
    url: str
    active: bool
    twin: bool = True


def language_links(
    request: HttpRequest, page: Page | None, language: str, front_pages: dict[str, str]
) -> list[LanguageLink]:
    """All languages: where this page can be read in them, or else their front pages. At most one query.

    A view without a page may set `request.language_urls` (code → address).
    """
    twins = {**_twins(request, page, front_pages), language: request.path}
    urls = {**front_pages, **twins}
    return [
        LanguageLink(code, label, urls[code], code == language, code in twins)
        for code, label in settings.LANGUAGES
        if code in urls
    ]


def _twins(request: HttpRequest, page: Page | None, front_pages: dict[str, str]) -> dict[str, str]:
    """Addresses of the same text by language, as far as they are known."""
    told: dict[str, str] | None = getattr(request, "language_urls", None)
    if told is not None:
        return told
    if page is None:
        return {}
    return front_pages if page.depth == DEPTH_OF_HOME else _translations_of(page)


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
