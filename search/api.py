"""The search as plain data, for whoever puts it behind an address (`/api/v1/search`)."""

from typing import Any

from search.domain.querying import SIZE_LIMIT, search
from search.domain.results import Hit, SearchResults

DEPTH_LIMIT = 1000  # Results; nobody reads further, and each page costs all pages before it.


class BadParameter(ValueError):
    """A parameter makes no sense; `name` says which, the message why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(reason)
        self.name = name


class SearchUnavailable(Exception):
    """Neither an index nor the database can answer right now."""


def search_as_json(
    q: str, *, type: str = "", page: int = 1, size: int = 20, language: str = "de"
) -> dict[str, Any]:
    """The answer of `/api/v1/search`. Raises BadParameter and SearchUnavailable."""
    if page < 1:
        raise BadParameter("page", "page counts from 1")
    if not 1 <= size <= SIZE_LIMIT:
        raise BadParameter("size", f"size goes from 1 to {SIZE_LIMIT}")
    if page * size > DEPTH_LIMIT:
        raise BadParameter("page", f"only the first {DEPTH_LIMIT} results can be read")
    results = search(q, language=language, types=[type] if type else (), page=page, size=size)
    if not results.ready:
        raise SearchUnavailable("nothing can be searched right now")
    return as_json(results)


def as_json(results: SearchResults) -> dict[str, Any]:
    """`{"query", "corrected", "total", "results"}`, and `"limited": True` while no index answers."""
    return {
        **({"limited": True} if results.limited else {}),
        "query": results.query,
        "corrected": results.corrected,
        "total": results.total,
        "results": [_hit_as_json(hit) for hit in results.hits],
    }


def _hit_as_json(hit: Hit) -> dict[str, Any]:
    return {
        "type": hit.type,
        "id": hit.id,
        "title": hit.title,
        "url": hit.url,
        "snippet": str(hit.snippet),
        "leika": list(hit.leika),
        "department": hit.department,
        "status": hit.status,
        "score": hit.score,
    }
