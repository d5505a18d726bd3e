"""A cluster in trouble: citizens are answered, editors are not held up, nothing is lost."""

import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from outbox.domain.running import run_due_jobs
from outbox.models import Job
from search.domain.indexing import INDEX_KIND, mark_changed
from search.domain.querying import search
from search.domain.suggesting import suggest
from search.engines import engine
from search.engines.base import EngineError, EngineUnavailable, IndexState
from search.engines.elasticsearch import ClusterOptions, ElasticsearchEngine
from tests.search.conftest import ListedDocuments
from tests.search.engines.fake_cluster import ANSWERS, SILENCES, FakeCluster, fake_cluster

pytestmark = pytest.mark.django_db

TROUBLES = [*(name for name in ANSWERS if name not in ("empty", "old version")), *SILENCES]


@pytest.fixture
def cluster() -> Iterator[FakeCluster]:
    with fake_cluster() as running:
        yield running


@pytest.fixture
def troubled_city(city: ListedDocuments, cluster: FakeCluster, settings: Settings) -> ListedDocuments:
    """The city whose names are known, with a cluster that is going to be in trouble."""
    search("Reisepass")  # What is read once per process has been read.
    settings.SEARCH_URL = cluster.address
    return city


@pytest.mark.parametrize("trouble", TROUBLES)
def test_citizens_are_answered_within_a_second(
    troubled_city: ListedDocuments, cluster: FakeCluster, trouble: str
) -> None:
    cluster.trouble = trouble

    started = time.perf_counter()
    results = search("Reisepass beantragen")
    took = time.perf_counter() - started

    assert (results.ready, results.limited, results.hits[0].id) == (True, True, "1")
    assert took < 1


def test_page_is_an_ordinary_page_that_says_so(
    troubled_city: ListedDocuments, cluster: FakeCluster, client: Client
) -> None:
    cluster.trouble = "error"

    response = client.get("/suche/", {"q": "Reisepass beantragen"})

    assert response.status_code == 200
    assert "/dienstleistungen/1/" in response.content.decode()
    assert response.context["found"].results.limited


def test_names_are_still_proposed(troubled_city: ListedDocuments, cluster: FakeCluster) -> None:
    cluster.trouble = "hanging"

    assert [proposed.title for proposed in suggest("sperrm", "de")] == ["Sperrmüll anmelden"]


def test_hanging_cluster_costs_one_wait_not_one_a_search(
    troubled_city: ListedDocuments, cluster: FakeCluster
) -> None:
    cluster.trouble = "hanging"
    search("Reisepass")
    asked = len(cluster.asked)

    for _ in range(5):
        assert search("Reisepass").limited

    assert len(cluster.asked) == asked == 1


def test_slow_cluster_gets_no_more_than_the_patience_of_one_page(
    troubled_city: ListedDocuments, cluster: FakeCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []

    def slowly(*arguments: object, **more: object) -> dict[str, object]:
        asked.append(0.3)
        time.sleep(0.3)
        return {**dict(original(*arguments, **more))}

    original = engine()._asking._client.__class__.search  # type: ignore[attr-defined]
    monkeypatch.setattr("elasticsearch.Elasticsearch.search", slowly)
    results = search("Reisepass beantragen im Bürgeramt")

    assert results.limited
    assert 0.3 <= sum(asked) < 1.3


def test_cluster_that_recovers_is_asked_again(
    troubled_city: ListedDocuments, cluster: FakeCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engines.breaker.FIRST_PAUSE_SECONDS", 0.05)
    cluster.trouble = "error"
    assert search("Reisepass").limited

    cluster.trouble = "empty"
    time.sleep(0.1)

    assert not search("Reisepass", exact=True).limited


def test_a_question_that_is_refused_does_not_close_the_search_for_all(
    troubled_city: ListedDocuments, cluster: FakeCluster
) -> None:
    cluster.trouble = "wrong mapping"
    assert search("Reisepass").limited

    cluster.trouble = "empty"

    assert not search("Reisepass", exact=True).limited


def test_answer_in_part_counts_only_where_the_settings_say_so(
    troubled_city: ListedDocuments, cluster: FakeCluster, settings: Settings
) -> None:
    cluster.trouble = "half the shards"
    assert search("Reisepass", exact=True).limited

    settings.SEARCH_CLUSTER = {**settings.SEARCH_CLUSTER, "partial_results": True}

    assert not search("Reisepass", exact=True).limited


def test_changes_wait_for_a_hanging_cluster_without_holding_anybody_up(
    troubled_city: ListedDocuments, cluster: FakeCluster, settings: Settings
) -> None:
    cluster.trouble = "hanging"

    for pk in ("1", "2", "3"):
        mark_changed("things", pk)
    assert cluster.asked == []

    run_due_jobs()
    waiting = Job.objects.filter(kind=INDEX_KIND)
    assert sorted(waiting.values_list("key", "attempts")) == [(f"things:{pk}", 0) for pk in "123"]
    assert len(cluster.asked) == 1

    settings.SEARCH_URL = ""
    troubled_city.records["2"] = []
    waiting.update(due_at=timezone.now())
    run_due_jobs()
    assert not waiting.exists()
    assert sorted(engine().records("things")) == ["1", "3", "4"]


@pytest.mark.parametrize("trouble", TROUBLES)
def test_state_and_rebuild_never_break(cluster: FakeCluster, trouble: str) -> None:
    cluster.trouble = trouble
    asked = ElasticsearchEngine(cluster.address, ClusterOptions(read_seconds=0.2, write_seconds=0.2))

    assert asked.state() in (IndexState.UNREACHABLE, IndexState.MISSING)
    with suppress(EngineError):  # And nothing else.
        asked.create_index()


def test_ready_says_that_the_search_is_limited_and_keeps_the_node(
    troubled_city: ListedDocuments, cluster: FakeCluster, client: Client
) -> None:
    cluster.trouble = "error"

    part = client.get("/readyz").json()["parts"]["search_index"]

    assert part == {"ok": False, "state": "unreachable", "age_seconds": None, "limited": True}


def test_unfit_version_is_said(cluster: FakeCluster) -> None:
    cluster.trouble = "old version"

    with pytest.raises(EngineUnavailable, match=r"7\.17\.9 does not fit: this site needs version 8"):
        ElasticsearchEngine(cluster.address).create_index()


@pytest.mark.parametrize(
    ("options", "header"),
    [
        (ClusterOptions(user="city", password="geheim"), "Basic Y2l0eTpnZWhlaW0="),
        (ClusterOptions(api_key="c2NobHVlc3NlbA=="), "ApiKey c2NobHVlc3NlbA=="),
    ],
)
def test_credentials_are_sent(cluster: FakeCluster, options: ClusterOptions, header: str) -> None:
    ElasticsearchEngine(cluster.address, options).known(["pass"])

    ((_, headers),) = cluster.asked
    assert headers["authorization"] == header


def test_index_has_the_shards_and_copies_that_were_set() -> None:
    assert ClusterOptions(shards=3, replicas=2).index_settings() == {
        "number_of_shards": 3,
        "number_of_replicas": 2,
        "gc_deletes": "1h",
    }
    assert ClusterOptions().index_settings()["auto_expand_replicas"] == "0-1"
