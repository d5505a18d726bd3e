"""Queries for everybody: only what an editor has released."""

from typing import Any

from search.analysis import fold

from ..models import ReleasedQuery
from .periods import last_days
from .reports import query_rows


def release(text: str, language: str, user: Any) -> bool:
    """Let everybody see a query that somebody asked; False where nobody did. Idempotent."""
    searches = searches_for(text, language)
    if not searches:
        return False
    values = {"text": text, "searches": searches, "released_by": user}
    ReleasedQuery.objects.get_or_create(language=language, folded=fold(text), defaults=values)
    return True


def searches_for(text: str, language: str) -> int:
    """How often a query was asked in the last thirty days."""
    row = query_rows(last_days(), language=language).filter(text=text.lower()).first()
    return row["searches"] if row else 0
