"""What of the frame is the same on every page, as HTML: written down with the frame, marked for each page."""

from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from home.addresses import full_address, home_address
from home.release import release

# Where the header of a page has its links to other languages.
LANGUAGES_MARK = "<!-- languages -->"

Entry = dict[str, Any]
Written = dict[str, Any]


def write_html(resolved: dict[str, Any], language: str) -> Written:
    """Of a frame as `home.domain.frame_building` resolves it; `release` says what it was written with."""
    city = resolved["city"]
    with translation.override(language):
        frame = {
            **resolved,
            "site_name": city["name"],
            "crest_url": city["crest_url"],
            "home_url": home_address(language),
            "search_url": reverse("search"),
            "og_image": city["social_image_url"] or static("img/og.png"),
        }
        return {**html_of(frame), "release": release()}


def html_of(frame: dict[str, Any]) -> Written:
    """`{"home_url", "search_url", "og_image", "head", "header", "items": [{"closed", "open"}], "footer"}`.

    Nothing in the header is active; `open` is an entry that is, with its children.
    """
    closed = [_inactive(entry) for entry in frame["navigation"]]
    plain = {**frame, "navigation": closed, "languages_mark": mark_safe(LANGUAGES_MARK)}
    return {
        "home_url": frame["home_url"],
        "search_url": frame["search_url"],
        "og_image": frame["og_image"],
        "head": _rendered("home/head_links.html", frame=plain),
        "header": _rendered("components/header/header.html", frame=plain),
        "items": [
            {
                "closed": _rendered("components/navigation_item/navigation_item.html", item=entry),
                "open": _rendered(
                    "components/navigation_item/navigation_item.html", item={**entry, "active": True}
                ),
            }
            for entry in closed
        ],
        "footer": _rendered("components/footer/footer.html", frame=plain),
    }


def shown(written: Written, navigation: Sequence[Entry]) -> dict[str, Any]:
    """What `base.html` puts around a page. `navigation` is what `written` was made of, with `active` set."""
    before, after = _header(written, navigation)
    return {
        "home_url": written["home_url"],
        "search_url": written["search_url"],
        "og_image": full_address(written["og_image"]),
        "head_html": mark_safe(written["head"]),
        "header_before": before,
        "header_after": after,
        "footer_html": mark_safe(written["footer"]),
    }


def _header(written: Written, navigation: Sequence[Entry]) -> tuple[SafeString, SafeString]:
    """The header before and after the links to other languages, active entries marked."""
    header = written["header"]
    for entry, item in zip(navigation, written["items"], strict=True):
        if entry["active"]:
            header = header.replace(item["closed"], _opened(entry, item["open"]), 1)
    before, _, after = header.partition(LANGUAGES_MARK)
    return mark_safe(before), mark_safe(after)


def _opened(entry: Entry, html: str) -> str:
    for child in entry["children"]:
        if child["active"]:
            # The entry's own link stands before it, and may lead to the same place.
            before, link, after = html.rpartition(f'<a href="{escape(child["url"])}"')
            html = f'{before}{link} aria-current="true"{after}'
    return html


def _inactive(entry: Entry) -> Entry:
    children = [{**child, "active": False} for child in entry["children"]]
    return {**entry, "active": False, "children": children}


def _rendered(template: str, **context: Any) -> str:
    return str(render_to_string(template, context))
