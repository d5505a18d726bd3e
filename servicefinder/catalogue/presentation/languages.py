"""Texts of a record on a page in another language."""

from typing import Any

from django.utils.translation import get_language


def reads_as(language: str) -> bool:
    """Whether what is written in `language` has the words of the page: German, or its own."""
    shown = get_language() or language
    return shown == language or shown.startswith(f"{language}-")


def foreign_language(document: dict[str, Any]) -> str:
    """Language to mark the document's own sentences with; empty where the page has the same."""
    language: str = document["language"]
    return "" if reads_as(language) else language
