"""One spelling of what was typed, so that a text is found again by itself: as the key of its translation."""

import re
from typing import Any

import nh3

BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


# What formatted text is made of; whatever else a file brings along is left out when it is shown.
TAGS = {"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "a", "span", "h2", "h3"}
ATTRIBUTES = {"a": {"href", "class", "lang", "hreflang", "download"}, "span": {"class", "lang"}}


def harmless(html: str) -> str:
    """Formatted text that came from an editor, a file or another city, to be shown as it is."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, link_rel=None)


def is_formatted(text: str) -> bool:
    """Whether a German text is one of the formatted ones: these alone begin with a tag."""
    return text.startswith("<")


def plain_lines(value: Any) -> Any:
    """With the line ends of Unix in every text; browsers send others."""
    if isinstance(value, dict):
        return {name: plain_lines(each) for name, each in value.items()}
    if isinstance(value, list):
        return [plain_lines(each) for each in value]
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def plain_html(html: str) -> str:
    """Without the marks that the editor of formatted text leaves at paragraphs."""
    return BLOCK_KEY.sub("", html)
