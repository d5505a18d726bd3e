"""Writes down what the frame of a language shows: links with today's addresses, facts about the city.

Read for every request in one query (`home.domain.site_frame`); written whenever something in it changes.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.models import Page, Site

from home.blocks.links import LinkValue
from home.domain.city_facts import city_facts
from home.models import SiteFrame
from home.publicity import public

Link = dict[str, Any]
REBUILD_KIND = "home.frames"


def rebuild_frames() -> None:
    """Write `resolved` of all languages anew. Idempotent."""
    city = city_facts(Site.objects.filter(is_default_site=True).first())
    for saved in SiteFrame.objects.select_related("locale"):
        SiteFrame.objects.filter(pk=saved.pk).update(resolved={**resolve(saved), "city": city})


def rebuild_job(key: str, payload: dict[str, Any]) -> None:
    """Job: the same, by the worker."""
    rebuild_frames()


def resolve(saved: SiteFrame) -> dict[str, Any]:
    """Navigation, footer and legal links with labels and addresses, and the ids of pages they lead to."""
    links = list(_links(saved))
    page_ids = [link["page"].pk for link in links if link.get("page")]
    addresses = {page.pk: page.url for page in public(Page.objects.filter(pk__in=page_ids)).specific()}
    return {
        "page_ids": sorted(set(page_ids)),
        "navigation": [
            item for block in saved.navigation if (item := _item(block.value, addresses)) is not None
        ],
        "footer_columns": [
            {"title": block.value["heading"], "links": _shown(block.value["links"], addresses)}
            for block in saved.footer
        ],
        "legal_links": [link for block in saved.legal for link in _shown(block.value, addresses)],
        "footer_note": saved.note,
    }


def mentions(page: Page) -> bool:
    """Whether a frame links to `page` or to a page below it."""
    ids = {pk for resolved in SiteFrame.objects.values_list("resolved", flat=True) for pk in _ids(resolved)}
    if not ids:
        return False
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
