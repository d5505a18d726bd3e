"""`/api/v1/search`."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from search.api import search_as_json

from . import schemas
from .lists import Language, PageNumber, PageSize, known_language

router = Router(tags=["search"])


@router.get(
    "", response=schemas.SearchAnswer, exclude_unset=True, url_name="search", summary="Full-text search"
)
def search(
    request: HttpRequest,
    page: PageNumber,
    size: PageSize,
    language: Language,
    q: str = "",
    type: str = "",
) -> dict[str, Any]:
    """Any text gets an ordinary answer. `type`: service, page, news, event, office, department …"""
    found = search_as_json(q, type=type, page=page, size=size, language=known_language(language))
    return {**found, "page": page, "size": size}
