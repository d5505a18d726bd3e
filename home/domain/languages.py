"""Where the text of a page can be read in another language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from home.addresses import tree_address
from home.domain.breadcrumbs import DEPTH_OF_HOME
from home.prepared_queries import PreparedQuery
from home.publicity import public

TREE_ROUTE = "wagtail_serve"
# What is written in templates and modules is there in these; in others only what a view tells.
OUR_LANGUAGES = ("de", "en")


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

    A view whose address is not the same in all languages may set `request.language_urls` (code → address).
    """
    twins = {language: request.path, **_twins(request, page, front_pages)}
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
    if page is not None and page.depth == DEPTH_OF_HOME:
        return front_pages
    same_route = _same_route(request, front_pages)
    return {**_translations_of(page), **same_route}


def _same_route(request: HttpRequest, front_pages: dict[str, str]) -> dict[str, str]:
    """The same view in each language that the site has and that our own words are written in.

    What it is asked for stays: the query is kept, except that of a form that was sent, since pages that
    answer one are not for its sender alone. A slug belongs to one language, so that only the view knows
    the other one.
    """
    match = request.resolver_match
    if match is None or match.url_name in (None, TREE_ROUTE) or "slug" in match.kwargs:
        return {}
    query = request.GET.urlencode() if request.method in ("GET", "HEAD") else ""
    urls = {}
    for code in OUR_LANGUAGES:
        with translation.override(code):
            path = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
        urls[code] = f"{path}?{query}" if query else path
    if len(set(urls.values())) < len(urls):  # An address without a language.
        return {}
    return {code: url for code, url in urls.items() if code in front_pages}


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
