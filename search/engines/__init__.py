"""Where documents are kept and found. `engine()` is the one that the settings choose."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.engines.base import Engine

__all__ = ["Engine", "engine"]


def engine() -> Engine:
    """Elasticsearch at `SEARCH_URL`, else the embedded engine in `SEARCH_INDEX_DIR`."""
    return _engine(settings.SEARCH_URL, Path(settings.SEARCH_INDEX_DIR))


@lru_cache(maxsize=8)
def _engine(url: str, directory: Path) -> Engine:
    if url:
        from search.engines.elasticsearch import ElasticsearchEngine

        return ElasticsearchEngine(url)
    from search.engines.tantivy import TantivyEngine

    return TantivyEngine(directory)
