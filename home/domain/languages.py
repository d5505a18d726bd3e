"""Where the text of a page can be read in another language."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from home.addresses import tree_address
from home.domain.breadcrumbs import DEPTH_OF_HOME
from home.publicity import public


@dataclass(frozen=True)
class LanguageLink:
    """`code` may be written into `lang`: `simple` is a registered variant of languages (BCP 47)."""

    code: str
    label: str
    url: str
    active: bool


def language_links(request: HttpRequest, page: Page | None, language: str) -> list[LanguageLink]:
    """Languages in which this page can be read, the current one included. At most one query.

    A view without a page may set `request.language_urls` (code → address); otherwise it offers the
    front pages of the other languages.
    """
    urls = getattr(request, "language_urls", None)
    if urls is None:
        urls = _translations_of(page) if page is not None and page.pk else _front_pages()
    urls = {**urls, language: request.path}
    return [
        LanguageLink(code, label, urls[code], code == language)
        for code, label in settings.LANGUAGES
        if code in urls
    ]


def _translations_of(page: Page) -> dict[str, str]:
    others = public(Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk))
    return _addresses(others)


def _front_pages() -> dict[str, str]:
    return _addresses(public(Page.objects.filter(depth=DEPTH_OF_HOME)))


def _addresses(pages: QuerySet[Any]) -> dict[str, str]:
    rows = pages.values_list("locale__language_code", "url_path")
    return {code: url for code, url_path in rows if (url := tree_address(url_path))}
