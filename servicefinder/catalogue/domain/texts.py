"""Formatted text on its way to readers: expanded to HTML for pages, plain for the search."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.utils.translation import override
from wagtail.rich_text import expand_db_html, get_text_for_indexing

Result = TypeVar("Result")


def in_language_of_page(build: Callable[[Any], Result]) -> Callable[[Any], Result]:
    """Links in formatted text lead to translations in the language of the page that is built."""

    @wraps(build)
    def build_in_language(page: Any) -> Result:
        with override(page.language):
            return build(page)

    return build_in_language


def expanded(text: str) -> str:
    """Final HTML: links to pages and documents become addresses. Empty for an empty editor."""
    return expand_db_html(text) if plain(text) else ""


def plain(text: str) -> str:
    """Words without markup, parted by single blanks."""
    marked_up = "<" in text or "&" in text
    return " ".join((get_text_for_indexing(text) if marked_up else text).split())


def terms(text: str) -> list[str]:
    """One term per line, without blanks and doubles."""
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
