"""The engine for sites that outgrow one machine: Elasticsearch 8 at `SEARCH_URL`."""

from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.options import ClusterOptions

__all__ = ["ClusterOptions", "ElasticsearchEngine"]
