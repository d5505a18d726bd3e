"""Formatted text on its way to readers: expanded to HTML for pages, plain for the search."""

from wagtail.rich_text import expand_db_html, get_text_for_indexing


def expanded(text: str) -> str:
    """Final HTML: links to pages and documents become addresses. Empty for an empty editor."""
    return expand_db_html(text) if plain(text) else ""


def plain(text: str) -> str:
    """Words without markup, parted by single blanks."""
    return " ".join(get_text_for_indexing(text).split())


def terms(text: str) -> list[str]:
    """One term per line, without blanks and doubles."""
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
