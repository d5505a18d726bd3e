"""Where documents are kept and found. `engine()` is the one that the settings choose."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from search.engines.base import Engine

__all__ = ["Engine", "engine"]


def engine() -> Engine:
    """Elasticsearch at `SEARCH_URL` with the options of `SEARCH_CLUSTER`, else that in `SEARCH_INDEX_DIR`."""
    if settings.SEARCH_URL:
        return _cluster(settings.SEARCH_URL, tuple(settings.SEARCH_CLUSTER.items()))
    return _embedded(Path(settings.SEARCH_INDEX_DIR))


@lru_cache(maxsize=8)
def _cluster(url: str, options: tuple[tuple[str, Any], ...]) -> Engine:
    from search.engines.elasticsearch import ClusterOptions, ElasticsearchEngine

    return ElasticsearchEngine(url, ClusterOptions(**dict(options)))


@lru_cache(maxsize=8)
def _embedded(directory: Path) -> Engine:
    from search.engines.tantivy import TantivyEngine

    return TantivyEngine(directory)
