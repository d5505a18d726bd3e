"""The same behaviour on a real Elasticsearch, and the same answers as the embedded engine."""

import os
import socket
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from outbox.domain.jobs import RetryLater
from outbox.domain.running import run_due_jobs
from search.documents import SearchDocument
from search.domain.indexing import index_record, mark_changed
from search.domain.querying import search
from search.domain.rebuilding import rebuild
from search.domain.results import SearchResults
from search.domain.suggesting import suggest
from search.domain.sweeping import sweep
from search.engines import engine
from search.engines.base import EngineUnavailable, IndexNotReady, IndexState
from search.engines.elasticsearch import ClusterOptions, ElasticsearchEngine
from search.engines.questions import Change
from search.evaluation.documents import leika_documents
from search.evaluation.judgements import judged_queries
from search.vocabulary import Vocabulary
from tests.search.conftest import ListedDocuments
from tests.search.filled_index import changes, filled_index

server = pytest.mark.server("elasticsearch")


@pytest.fixture
def cluster(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An alias of its own in the running cluster, on a machine with much else to do; deleted afterwards."""
    settings.SEARCH_CLUSTER = {**settings.SEARCH_CLUSTER, "read_seconds": 30.0}
    monkeypatch.setattr("search.engines.patience.SEARCH_SECONDS", 60.0)
    url = f"{os.environ['TEST_ELASTICSEARCH_URL']}/test-{uuid.uuid4().hex[:8]}"
    settings.SEARCH_URL = url
    yield url
    ElasticsearchEngine(url, ClusterOptions(read_seconds=30.0)).clear()


@pytest.fixture
def cluster_city(cluster: str, request: pytest.FixtureRequest) -> ListedDocuments:
    """The same city as everywhere, in the cluster."""
    return request.getfixturevalue("city")


@server
def test_setting_chooses_the_engine(cluster: str) -> None:
    assert isinstance(engine(), ElasticsearchEngine)
    assert engine().state() is IndexState.MISSING


@server
@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("reisepass", "Reisepass beantragen"),
        ("SPERRMUELL", "Sperrmüll anmelden"),
        ("führersch", "Führerschein umtauschen"),
        ("gestohlener Reisepass Polizei", "Reisepass beantragen"),
    ],
)
def test_citizens_find_the_service(cluster_city: ListedDocuments, query: str, first: str) -> None:
    assert search(query).hits[0].title == first


@server
def test_typing_error_is_corrected(cluster_city: ListedDocuments) -> None:
    assert search("Fürerschein").corrected == "Führerschein"


@server
def test_names_are_completed(cluster_city: ListedDocuments) -> None:
    assert [suggestion.title for suggestion in suggest("sperrg", "de")] == ["Sperrmüll anmelden"]


@server
def test_worker_brings_changes_in_and_takes_records_out(cluster_city: ListedDocuments) -> None:
    cluster_city.add("Wunschkennzeichen", pk="neu")
    cluster_city.records["3"] = []
    mark_changed("things", "neu")
    mark_changed("things", "3")

    run_due_jobs()

    assert (search("Wunschkennzeichen").total, search("Sperrmüll").total) == (1, 0)
    assert set(engine().records("things")) == {"1", "2", "4", "neu"}
    assert sweep() == []


@server
def test_translation_that_is_gone_disappears(cluster: str, things: ListedDocuments, db: None) -> None:
    pk = things.add("Hallenbad")
    things.add("Swimming pool", pk=pk, language="en")
    rebuild()

    things.records[pk] = things.records[pk][:1]
    index_record(f"things:{pk}", {})

    assert (search("pool", language="en").total, search("Hallenbad").total) == (0, 1)


@server
def test_older_version_never_replaces_a_newer_one(cluster: str) -> None:
    old = SearchDocument(type="service", id="1", language="de", title="Alt", url="/")
    new = SearchDocument(type="service", id="1", language="de", title="Neu", url="/")
    with filled_index([]) as index:
        engine().write(index, changes([new], version=2))
        engine().write(index, changes([old], version=1))

        assert (search("neu").total, search("alt").total) == (1, 0)


@server
def test_late_write_does_not_bring_a_deleted_record_back(cluster: str, things: ListedDocuments) -> None:
    document = SearchDocument(type="service", id="1", language="de", title="Entwurf", url="/")
    with filled_index([document]) as index:
        engine().write(index, [Change("things:1", 3, ())])
        engine().write(index, changes([document], version=2))

        assert search("Entwurf").total == 0


@server
def test_rebuild_swaps_and_leaves_other_sites_alone(
    cluster_city: ListedDocuments, settings: Settings
) -> None:
    old = engine().live_index()
    neighbour = ElasticsearchEngine(f"{settings.SEARCH_URL}-neighbour")
    theirs = neighbour.create_index()
    neighbour.promote(theirs)

    build = rebuild()

    assert engine().live_index() == build.index != old
    assert engine()._indices._all() == [f"{engine()._alias}-{build.index}"]  # type: ignore[attr-defined]
    assert neighbour.live_index() == theirs
    neighbour._indices.delete(theirs)


@server
def test_write_to_a_deleted_index_does_not_create_it(cluster_city: ListedDocuments) -> None:
    old = engine().live_index() or ""
    rebuild()
    document = SearchDocument(type="service", id="9", language="de", title="Spät", url="/")

    with pytest.raises(IndexNotReady):
        engine().write(old, changes([document]))

    assert len(engine()._indices._all()) == 1  # type: ignore[attr-defined]


def test_cluster_that_is_down_is_said_and_changes_wait(
    settings: Settings, things: ListedDocuments, db: None
) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        settings.SEARCH_URL = f"http://127.0.0.1:{unused.getsockname()[1]}"

        assert engine().state() is IndexState.UNREACHABLE
        assert search("Reisepass").limited
        with pytest.raises(RetryLater):
            index_record("things:1", {})
        with pytest.raises(EngineUnavailable):
            rebuild()


@server
def test_both_engines_answer_alike(
    cluster: str, settings: Settings, shared_dir: Path, whole_vocabulary: Vocabulary
) -> None:
    """Ids, scores, counts and corrections of every judged query on all LeiKa objects."""
    documents = list(leika_documents(shared_dir / "catalogue/ozg/leika_leistungen.csv"))
    relevance = shared_dir / "relevance"
    judged = judged_queries(relevance / "queries.csv", relevance / "qrels.csv")
    queries = [query.text for query in judged]

    def answers() -> list[SearchResults]:
        return [search(query, size=10) for query in queries]

    with filled_index(documents):
        in_cluster = answers()
    settings.SEARCH_URL = ""
    with filled_index(documents):
        embedded = answers()

    assert len(embedded) == 110
    for one, other in zip(in_cluster, embedded, strict=True):
        assert (one.query, one.corrected, one.total) == (other.query, other.corrected, other.total)
        assert one.facets == other.facets
        assert_same_ranking(one, other)


def assert_same_ranking(one: SearchResults, other: SearchResults) -> None:
    """Equal scores have no order of their own, and the last place may be shared with hits beyond it."""
    scores = [hit.score for hit in other.hits]
    assert [hit.score for hit in one.hits] == pytest.approx(scores, rel=1e-4), one.query
    theirs = {hit.id: hit.score for hit in other.hits}
    for hit in one.hits:
        if hit.id in theirs:
            assert hit.score == pytest.approx(theirs[hit.id], rel=1e-4), (one.query, hit.id)
        else:
            assert hit.score == pytest.approx(scores[-1], rel=1e-4), (one.query, hit.id)


@pytest.mark.parametrize(
    ("url", "server", "alias"),
    [
        ("http://127.0.0.1", "http://127.0.0.1:9200", "city-search"),
        ("https://es.example/auenstadt", "https://es.example:443", "auenstadt"),
        ("http://user:secret@es.example:9201", "http://es.example:9201", "city-search"),
    ],
)
def test_address_names_server_and_alias(url: str, server: str, alias: str) -> None:
    opened = ElasticsearchEngine(url)

    assert [node.base_url for node in opened._client.transport.node_pool.all()] == [server]
    assert opened._alias == alias
