"""What `base.html` needs around every page: city, navigation, footer, notices, languages."""

from typing import Any

import orjson
from django.conf import settings
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils import translation
from wagtail.models import Page

from home.addresses import full_address
from home.domain.city_facts import city_facts
from home.domain.languages import LanguageLink, language_links
from home.domain.notices import notices_for
from home.domain.written_frame import shown, write_html
from home.models import SiteFrame
from home.prepared_queries import PreparedQuery
from home.release import release

EMPTY: dict[str, Any] = {
    "navigation": [],
    "footer_columns": [],
    "legal_links": [],
    "footer_note": "",
    "written_notices": [],
    "front_pages": {},
}


def frame(request: HttpRequest) -> dict[str, Any]:
    """Everything around a page, in one query, or two for a page with translations; made once.

    - `site_name`, `og_image`, `home_url`, `search_url`, `canonical` (full address), `base_url`
    - `city`: see `home.domain.city_facts`
    - `head_html`, `header_before`, `header_after`, `footer_html`: as they were written down; the links to
      other languages belong between the two parts of the header
    - `navigation`: list of {title, url, active, children: [{title, url, active}]}
    - `footer_columns`: list of {title, links: [{title, url}]}; `legal_links`: [{title, url}]; `footer_note`
    - `notices`: list of ShownNotice (severity, title, text, url, link_text, language)
    - `languages`: list of LanguageLink (code, label, url, active, twin): every language of the site
    - `twins`: those in which this text exists, where there are several; for machines, which are told
      nothing of what somebody asks for in a query
    - `breadcrumb`: empty; views hand theirs to `render_page`
    """
    if not hasattr(request, "_site_frame"):
        request._site_frame = _frame(request)  # type: ignore[attr-defined]
    return request._site_frame  # type: ignore[attr-defined, no-any-return]


def current_page(request: HttpRequest) -> Page | None:
    """The page that answers this request, if it is one."""
    return getattr(request, "city_page", None)


def _frame(request: HttpRequest) -> dict[str, Any]:
    language = translation.get_language() or settings.LANGUAGE_CODE
    page = current_page(request)
    saved = _saved_frame(language)
    city = saved["city"]
    languages = language_links(request, page, language, saved["front_pages"])
    navigation = [_marked(entry, request.path) for entry in saved["navigation"]]
    return {
        **saved,
        "site_name": city["name"],
        "navigation": navigation,
        **shown(saved["html"], navigation),
        "base_url": settings.BASE_URL,
        "canonical": full_address(request.path),
        "notices": notices_for(
            saved["written_notices"], language, request.path, page.path if page is not None else ""
        ),
        "languages": languages,
        "twins": _if_several([link for link in languages if link.twin and "?" not in link.url]),
        "breadcrumb": [],
    }


def _if_several(links: list[LanguageLink]) -> list[LanguageLink]:
    return links if len(links) > 1 else []


def _saved_frame(language: str) -> dict[str, Any]:
    """The frame of the language, the German one where it has none."""
    rows = SAVED_FRAMES.rows(language=language)
    found: dict[str, dict[str, Any]] = {code: orjson.loads(text) for code, text in rows}
    resolved = found.get(language) or found.get(settings.LANGUAGE_CODE) or {}
    saved = {**EMPTY, **resolved, "city": resolved.get("city") or city_facts(None)}
    html = resolved.get("html", {}) if language in found else {}
    # Of another release, or of another language: written for this page alone, until the worker has done it.
    saved["html"] = html if html.get("release") == release() else write_html(saved, language)
    return saved


def _saved_frames(language: str) -> QuerySet[SiteFrame]:
    frames = SiteFrame.objects.filter(locale__language_code__in=[language, settings.LANGUAGE_CODE])
    # As text: everybody's page needs it, and orjson reads it five times as fast as the field does.
    text = Cast("resolved", TextField())
    return frames.values_list("locale__language_code", text)  # type: ignore[return-value]


SAVED_FRAMES = PreparedQuery(_saved_frames, language=str)


def _marked(entry: dict[str, Any], path: str) -> dict[str, Any]:
    """The entry, active when the current page is its target or lies below it."""
    children = [{**child, "active": _lies_below(path, child["url"])} for child in entry["children"]]
    active = _lies_below(path, entry["url"]) or any(child["active"] for child in children)
    return {**entry, "children": children, "active": active}


def _lies_below(path: str, url: str) -> bool:
    """A front page has everything below it, so that it is active only itself."""
    is_front_page = url.strip("/") in set(settings.LANGUAGE_PREFIXES.values())
    return path == url if is_front_page else bool(url) and path.startswith(url)
