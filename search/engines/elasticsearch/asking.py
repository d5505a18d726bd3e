"""One question to the cluster: within the time that is left, answered in full, and not at all in a pause."""

from typing import Any

from elasticsearch import Elasticsearch

from search.engines.base import EngineUnavailable
from search.engines.breaker import Breaker
from search.engines.elasticsearch.errors import check_whole, translated
from search.engines.elasticsearch.options import ClusterOptions
from search.engines.patience import seconds_left

SHORTEST_SECONDS = 0.02  # Less is not worth asking.


class Asking:
    """Asks what `alias` points to."""

    def __init__(self, client: Elasticsearch, alias: str, options: ClusterOptions, breaker: Breaker) -> None:
        self._client = client
        self._alias = alias
        self._options = options
        self._breaker = breaker

    def ask(self, body: dict[str, Any], *, long: bool = False) -> dict[str, Any]:
        """The answer to a search request; `long` for lists, which take as long as a write may.

        Raises EngineError. A citizen's patience (`search.engines.patience`) shortens both.
        """
        longest = self._options.write_seconds if long else self._options.read_seconds
        with self._breaker.watched(), translated():
            seconds = seconds_left(longest)
            if seconds < SHORTEST_SECONDS:
                raise EngineUnavailable("Elasticsearch is too slow for this request")
            # All attempts together may take no longer.
            answer = self._client.options(request_timeout=seconds / self._options.attempts).search(
                index=self._alias,
                body=body,
                allow_partial_search_results=self._options.partial_results,
            )
            check_whole(answer, partial_results=self._options.partial_results)
            return dict(answer)
