"""The engine seam on Elasticsearch."""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from elasticsearch import Elasticsearch
from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.engines.base import EngineError, IndexNotReady, IndexState
from search.engines.breaker import Breaker
from search.engines.elasticsearch import writing
from search.engines.elasticsearch.asking import Asking
from search.engines.elasticsearch.errors import translated
from search.engines.elasticsearch.indices import Indices
from search.engines.elasticsearch.options import ClusterOptions
from search.engines.elasticsearch.queries import search_body
from search.engines.elasticsearch.versions import check_version
from search.engines.layout import is_current, new_index_name
from search.engines.questions import Answer, Change, Found, Question
from search.engines.ranking import FIELDS

DEFAULT_PORT = 9200
DEFAULT_ALIAS = "city-search"
TERMS_PER_REQUEST = 10_000


class ElasticsearchEngine:
    """Indexes in the cluster at `url`, whose path names the alias.

    Without a path the alias is `city-search`, without a port plain HTTP means 9200. While the cluster is
    in trouble, it is asked now and then only: all else raises EngineUnavailable at once.
    """

    def __init__(self, url: str, options: ClusterOptions | None = None) -> None:
        options = options or ClusterOptions()
        parts = urlsplit(url)
        port = f":{DEFAULT_PORT}" if parts.scheme == "http" and parts.port is None else ""
        server = urlunsplit((parts.scheme, parts.netloc + port, "", "", ""))
        arguments = options.client_arguments(tls=parts.scheme == "https")
        self._client = Elasticsearch(server, request_timeout=options.read_seconds, **arguments)
        self._writer = self._client.options(request_timeout=options.write_seconds)
        self._alias = parts.path.strip("/") or DEFAULT_ALIAS
        self._indices = Indices(self._client, self._writer, self._alias, options.index_settings())
        self._breaker = Breaker()
        self._asking = Asking(self._client, self._alias, options, self._breaker)

    def state(self) -> IndexState:
        """Asked even while the cluster is left alone otherwise: this is how trouble is shown."""
        try:
            with translated():
                name = self._indices.live()
                fits = name is not None and self._indices.fits(name)
        except IndexNotReady:
            return IndexState.MISSING
        except EngineError:
            return IndexState.UNREACHABLE
        if name is None:
            return IndexState.MISSING
        if not fits and is_current(name):
            return IndexState.BROKEN
        return IndexState.READY if is_current(name) else IndexState.OUTDATED

    def live_index(self) -> str | None:
        with self._breaker.watched(), translated():
            return self._indices.live()

    def create_index(self) -> str:
        name = new_index_name()
        with translated():
            check_version(self._client)
            self._indices.create(name)
        return name

    def write(self, index: str, changes: Iterable[Change]) -> None:
        writing.write(self._writer, self._indices.write_alias(index), changes)

    def promote(self, index: str) -> None:
        with translated():
            self._indices.promote(index)

    def discard(self, index: str) -> None:
        with translated():
            if index != self._indices.live():
                self._indices.delete(index)

    def clear(self) -> None:
        with translated():
            self._indices.clear()

    def search(self, question: Question) -> Answer:
        answer = self._asking.ask(search_body(question).to_dict())
        with translated():
            hits = answer["hits"]["hits"]
            found = [Found(hit["_id"], hit["_score"], hit["_source"]["stored"]) for hit in hits]
            if not question.counted:
                return Answer(found, len(found))
            counts = {name: _counts(answer["aggregations"][name]) for name in ("type", "facet")}
            return Answer(found, answer["hits"]["total"]["value"], counts["type"], counts["facet"])

    def known(self, stems: Iterable[str]) -> set[str]:
        asked = {stem: _in_any_field(stem).to_dict() for stem in stems}
        if not asked:
            return set()
        answer = self._asking.ask({"size": 0, "aggs": {"known": {"filters": {"filters": asked}}}})
        with translated():
            buckets = answer["aggregations"]["known"]["buckets"]
            return {stem for stem, bucket in buckets.items() if bucket["doc_count"]}

    def begins_a_word(self, prefix: str) -> bool:
        query = Q("prefix", words=prefix).to_dict()
        answer = self._asking.ask({"size": 0, "query": query, "terminate_after": 1})
        with translated():
            return bool(answer["hits"]["total"]["value"])

    def vocabulary(self, language: str) -> dict[str, int]:
        return dict(self._terms("words", Q("term", language=language)))

    def records(self, source: str) -> Iterator[str]:
        beginning = f"{source}:"
        for record, _ in self._terms("record", Q("prefix", record=beginning)):
            yield record.removeprefix(beginning)

    def document_count(self, index: str | None = None) -> int:
        asked = self._alias if index is None else self._indices.write_alias(index)
        with translated():
            return int(self._client.count(index=asked)["count"])

    def _terms(self, field: str, query: Query) -> Iterator[tuple[str, int]]:
        """All values of a field with their number of documents, in requests of 10,000."""
        composite: dict[str, Any] = {
            "size": TERMS_PER_REQUEST,
            "sources": [{"value": {"terms": {"field": field}}}],
        }
        while True:
            body = {"size": 0, "query": query.to_dict(), "aggs": {"terms": {"composite": composite}}}
            answer = self._asking.ask(body, long=True)
            with translated():
                terms = answer["aggregations"]["terms"]
                found = [(bucket["key"]["value"], bucket["doc_count"]) for bucket in terms["buckets"]]
            yield from found
            if "after_key" not in terms:
                return
            composite["after"] = terms["after_key"]


def _in_any_field(stem: str) -> Query:
    return Q("bool", should=[Q("term", **{name: stem}) for name in FIELDS])


def _counts(aggregate: dict[str, Any]) -> dict[str, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in aggregate["buckets"]}
