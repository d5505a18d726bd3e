"""Spellings of a query that are counted together, and the hash under which it is kept."""

from django.utils.crypto import salted_hmac

from search.domain.query_words import cleaned

from ..models.statistics import QUERY_CHARACTERS

SALT = "search.editorial.queries"


def normal(query: str) -> str:
    """`query` in lower case on one line; empty when it is too long to be a citizen's question."""
    text = cleaned(query).lower()
    return text if len(query) <= QUERY_CHARACTERS and len(text) <= QUERY_CHARACTERS else ""


def digest(text: str, language: str) -> str:
    """Keyed with SECRET_KEY: without it, guessing words does not tell what was asked."""
    return salted_hmac(SALT, f"{language}\0{text}", algorithm="sha256").hexdigest()
