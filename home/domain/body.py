"""What a page's blocks need beside their own values, fetched for the whole page at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.models import Page

from home.blocks.links import LinkValue

# Written by our own templates and Wagtail's rich text: no attribute holds a ">".
MAIN_HEADING = re.compile(r"<h2((?: (?!id=)[^>]*)?)>(.*?)</h2>", re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """A heading with its anchor, as the component `toc` takes it."""

    id: str
    title: str


@dataclass(frozen=True)
class RenderedBody:
    """The text of a page, ready to be put into a template, and its main headings."""

    html: SafeString
    headings: list[Heading]


def prepare(body: StreamValue) -> StreamValue:
    """Replace the pages that links of `body` lead to by their own types: a few queries, not one a link."""
    links = [link for link in _links(body) if link.get("page")]
    specific = {page.pk: page for page in _specific({link["page"].pk for link in links})}
    for link in links:
        link["page"] = specific.get(link["page"].pk, link["page"])
    return body


def text_of(body: StreamValue) -> str:
    """All words of the blocks, without markup, for the search."""
    return "\n".join(str(part) for part in body.stream_block.get_searchable_content(body))


def rendered(body: StreamValue, request: HttpRequest) -> RenderedBody:
    """The blocks as HTML, with an anchor at every main heading."""
    found: list[Heading] = []

    def anchored(match: re.Match[str]) -> str:
        heading = Heading(f"abschnitt-{len(found) + 1}", unescape(strip_tags(match[2])).strip())
        found.append(heading)
        return f'<h2 id="{heading.id}"{match[1]}>{match[2]}</h2>'

    html = prepare(body).render_as_block({"request": request}) if body else ""
    return RenderedBody(mark_safe(MAIN_HEADING.sub(anchored, html)), found)


def _specific(page_ids: set[int]) -> list[Page]:
    return list(Page.objects.filter(pk__in=page_ids).specific()) if page_ids else []


def _links(value: Any) -> Iterator[LinkValue]:
    if isinstance(value, LinkValue):
        yield value
    elif isinstance(value, StructValue):
        for child in value.values():
            yield from _links(child)
    elif isinstance(value, ListValue):
        for child in value:
            yield from _links(child)
    elif isinstance(value, StreamValue):
        for block in value:
            yield from _links(block.value)
