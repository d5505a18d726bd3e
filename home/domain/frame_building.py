"""Writes down what the frame of a language shows: links with today's addresses, notices, facts of the city.

Read for every request in one query (`home.domain.site_frame`); written whenever something in it changes.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.models import Page, Site

from home.blocks.links import LinkValue
from home.domain.breadcrumbs import DEPTH_OF_HOME
from home.domain.city_facts import city_facts
from home.domain.languages import front_page_addresses
from home.domain.notices import notices_not_over, pages_of, write_notice
from home.domain.written_frame import write_html
from home.models import SiteFrame
from home.publicity import public

Link = dict[str, Any]
REBUILD_KIND = "home.frames"


def rebuild_frames() -> None:
    """Write `resolved` of all languages anew. Idempotent."""
    city = city_facts(Site.objects.filter(is_default_site=True).first())
    front_pages = front_page_addresses()
    for saved in SiteFrame.objects.select_related("locale"):
        resolved = {**resolve(saved), "city": city, "front_pages": front_pages}
        resolved["html"] = write_html(resolved, saved.locale.language_code)
        SiteFrame.objects.filter(pk=saved.pk).update(resolved=resolved)


def rebuild_job(key: str, payload: dict[str, Any]) -> None:
    """Job: the same, by the worker."""
    rebuild_frames()


def resolve(saved: SiteFrame) -> dict[str, Any]:
    """Links with labels and addresses, notices that are not over, and the ids of pages they depend on."""
    notices = notices_not_over(saved.locale.language_code)
    pages = {link["page"].pk for link in _links(saved) if link.get("page")}
    pages |= {page.pk for notice in notices for page in pages_of(notice)}
    addresses = {page.pk: page.url for page in public(Page.objects.filter(pk__in=pages)).specific()}
    navigation = [_item(block.value, addresses) for block in saved.navigation]
    return {
        "page_ids": sorted(pages),
        "navigation": [item for item in navigation if item is not None],
        "footer_columns": [
            {"title": block.value["heading"], "links": _shown(block.value["links"], addresses)}
            for block in saved.footer
        ],
        "legal_links": [link for block in saved.legal for link in _shown(block.value, addresses)],
        "footer_note": saved.note,
        "written_notices": [write_notice(notice, addresses) for notice in notices],
    }


def mentions(page: Page) -> bool:
    """Whether a frame depends on `page` or on a page below it."""
    if page.depth <= DEPTH_OF_HOME:
        return True
    ids = {pk for resolved in SiteFrame.objects.values_list("resolved", flat=True) for pk in _ids(resolved)}
    return page.pk in ids or Page.objects.filter(pk__in=ids, path__startswith=page.path).exists()


def _ids(resolved: dict[str, Any]) -> list[int]:
    return resolved.get("page_ids", [])


def _links(saved: SiteFrame) -> Iterator[LinkValue]:
    for block in saved.navigation:
        yield block.value["link"]
        yield from block.value["children"]
    for block in saved.footer:
        yield from block.value["links"]
    for block in saved.legal:
        yield from block.value


def _item(value: Any, addresses: dict[int, str]) -> Link | None:
    """An entry with its children; where its own page is not public, it leads to its first child."""
    own, children = _shown([value["link"]], addresses), _shown(value["children"], addresses)
    if own:
        return {**own[0], "children": children}
    label = value["link"].get("label")
    return {"title": label, "url": children[0]["url"], "children": children} if label and children else None


def _shown(links: Iterable[LinkValue], addresses: dict[int, str]) -> list[Link]:
    """Links whose target is public. The label is the editor's, or else the page's title."""
    found = []
    for link in links:
        page = link.get("page")
        url = addresses.get(page.pk) if page else link.get("address")
        if url:
            found.append({"title": link.get("label") or page.title, "url": url})
    return found
