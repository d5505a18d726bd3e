"""Lists in pages: which rows, and the envelope around them."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

from django.conf import settings
from django.db.models import QuerySet
from ninja import Query

from search.api import BadParameter

LARGEST_PAGE = 100
HIGHEST_PAGE = 100_000

PageNumber = Annotated[int, Query(1, ge=1, le=HIGHEST_PAGE, description="Counts from 1.")]
PageSize = Annotated[int, Query(20, ge=1, le=LARGEST_PAGE, description="Results on a page.")]
# PostgreSQL cannot even be asked for a NUL.
Word = Annotated[str | None, Query(None, max_length=100, pattern=r"^[^\x00]*$")]
Language = Annotated[str, Query(settings.LANGUAGE_CODE, description="de, en or de-simple.")]


def known_language(language: str) -> str:
    """Raises BadParameter for a language that the site does not have."""
    codes = [code for code, _ in settings.LANGUAGES]
    if language not in codes:
        raise BadParameter("language", f"language is one of {', '.join(codes)}")
    return language


def page_of(
    rows: QuerySet[Any] | Sequence[Any], page: int, size: int, entry: Callable[[Any], dict[str, Any]]
) -> dict[str, Any]:
    """One page; empty after the last one."""
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    shown = rows[(page - 1) * size : page * size]
    return {"total": total, "page": page, "size": size, "results": [entry(row) for row in shown]}
