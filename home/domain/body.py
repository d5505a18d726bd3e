"""What a page's blocks need beside their own values, fetched for the whole page at once."""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.models import Page

from home.blocks.links import LinkValue


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


def headings(body: StreamValue) -> list[str]:
    """Headings of blocks that have one, for a list of contents."""
    found = (block.value.get("heading") for block in body if isinstance(block.value, StructValue))
    return [heading for heading in found if heading]


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
