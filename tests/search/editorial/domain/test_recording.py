"""What is stored of a search: counts, and texts only where they say nothing about a person."""

import threading
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search.domain.querying import search
from search.editorial.domain.normal_queries import digest, normal
from search.editorial.domain.recording import Recorder
from search.editorial.models import QueryDay, RecordDay, Refinement, StoredQuery
from search.registries import HeardSearch
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db
BROWSER = {"user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}
MONDAY = date(2026, 11, 23)


def heard(text: str, total: int = 1, records: tuple[str, ...] = (), previous: str = "") -> HeardSearch:
    return HeardSearch(text, "de", total, records, previous)


def stored_texts() -> set[str]:
    return set(StoredQuery.objects.values_list("text", flat=True))


def test_known_words_are_kept_in_clear_and_added_up(city: ListedDocuments, recorder: Recorder) -> None:
    recorder.heard(heard("Reisepass  beantragen", total=2))
    recorder.heard(heard("reisepass beantragen", total=0))
    recorder.flush()
    recorder.heard(heard("Reisepass beantragen", total=5))
    recorder.flush()

    day = QueryDay.objects.select_related("query").get()
    assert (day.query.text, day.query.language) == ("reisepass beantragen", "de")
    assert (day.searches, day.empty, day.results) == (3, 1, 7)


@pytest.mark.parametrize(
    "query",
    [
        "sabine gänsehaut reisepass",
        "reisepass@auenstadt.example",
        "reisepass 0151 2345678",
        "reisepass 12.03.1975",
    ],
)
def test_query_with_a_name_is_kept_only_as_a_keyed_hash(
    city: ListedDocuments, recorder: Recorder, query: str
) -> None:
    recorder.heard(heard(query))
    recorder.flush()

    stored = StoredQuery.objects.get()
    assert stored.text == ""
    assert stored.digest == digest(normal(query), "de")
    assert "sabine" not in str(StoredQuery.objects.values().get())


def test_hash_depends_on_the_secret_key(settings) -> None:
    before = digest("sabine", "de")
    settings.SECRET_KEY = "another"

    assert digest("sabine", "de") != before


def test_words_of_the_vocabulary_are_known_although_the_city_has_no_such_service(
    city: ListedDocuments, recorder: Recorder
) -> None:
    recorder.heard(heard("waffenschein", total=0))
    recorder.flush()

    assert stored_texts() == {"waffenschein"}


def test_unknown_query_is_kept_in_clear_from_the_third_day(
    city: ListedDocuments, recorder: Recorder, on_day
) -> None:
    for days in (0, 0, 0, 1):
        on_day(MONDAY + timedelta(days=days))
        recorder.heard(heard("ponyhof"))
        recorder.flush()
        assert stored_texts() == {""}

    on_day(MONDAY + timedelta(days=5))
    recorder.heard(heard("Ponyhof"))
    recorder.flush()

    assert stored_texts() == {"ponyhof"}
    assert list(QueryDay.objects.order_by("day").values_list("searches", flat=True)) == [3, 1, 1]


def test_without_an_engine_nothing_is_kept_in_clear(
    things: ListedDocuments, db: None, recorder: Recorder
) -> None:
    recorder.heard(heard("reisepass"))
    recorder.flush()

    assert stored_texts() == {""}


def test_clicks_and_refinements_belong_to_searches_only(city: ListedDocuments, recorder: Recorder) -> None:
    recorder.heard(heard("pass", records=("things:1", "things:4")))
    recorder.heard(heard("reisepass", previous="Pass"))
    recorder.heard(heard("führerschein", previous="sabine gänsehaut"))
    recorder.clicked("pass", "de", 2, "things:4")
    recorder.clicked("never searched for", "de", 1, "things:1")
    recorder.flush()

    day = QueryDay.objects.get(query__text="pass")
    assert (day.clicks, day.ranks, day.refined) == (1, 2, 1)
    assert Refinement.objects.get().after.text == "reisepass"
    assert stored_texts() == {"pass", "reisepass", "führerschein"}
    assert dict(RecordDay.objects.values_list("record", "shown")) == {"things:1": 1, "things:4": 1}
    assert RecordDay.objects.get(record="things:4").clicks == 1


def test_too_long_queries_are_not_counted(city: ListedDocuments, recorder: Recorder) -> None:
    recorder.heard(heard("reisepass " * 11))
    recorder.flush()

    assert not StoredQuery.objects.exists()


def test_counts_of_many_threads_are_all_there(city: ListedDocuments, recorder: Recorder) -> None:
    def search_often() -> None:
        for _ in range(200):
            recorder.heard(heard("reisepass", records=("things:1",)))

    threads = [threading.Thread(target=search_often) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    recorder.flush()

    assert QueryDay.objects.get().searches == 1600
    assert RecordDay.objects.get().shown == 1600


def test_what_cannot_be_written_breaks_nothing_and_is_not_logged(
    city: ListedDocuments, recorder: Recorder, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    def broken(batch: object) -> None:
        raise DatabaseError("sabine")

    monkeypatch.setattr("search.editorial.domain.recording.write", broken)
    recorder.heard(heard("sabine gänsehaut"))
    recorder.flush()

    assert "search.statistics_lost" in caplog.text
    assert "sabine" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_thread_writes_by_itself_soon_after_a_search(city: ListedDocuments, settings) -> None:
    settings.SEARCH_STATISTICS = True
    sleeping = set(threading.enumerate())  # Those of other tests write in an hour.
    own = Recorder(pause=0.01)
    own.heard(heard("reisepass"))
    for thread in set(threading.enumerate()) - sleeping:
        thread.join(timeout=20)

    assert QueryDay.objects.get().searches == 1


def test_search_page_counts_without_writing(
    client: Client, city: ListedDocuments, recorder: Recorder
) -> None:
    with CaptureQueriesContext(connection) as captured:
        client.get("/suche/", {"q": "Reisepass"}, headers=BROWSER)
    recorder.flush()

    assert all(query["sql"].startswith("SELECT") for query in captured)
    found = search("Reisepass")
    assert QueryDay.objects.get().results == found.total > 0
    shown = set(RecordDay.objects.values_list("record", flat=True))
    assert shown == {hit.record for hit in found.hits} >= {"things:1"}


@pytest.mark.parametrize(
    ("parameters", "headers"),
    [
        ({"q": "Reisepass"}, {"user-agent": "Mozilla/5.0 (compatible; SomeBot/2.1)"}),
        ({"q": "Reisepass"}, {**BROWSER, "sec-purpose": "prefetch;prerender"}),
        ({"q": "Reisepass"}, {}),
        ({"q": "Reisepass", "type": "news"}, BROWSER),
        ({"q": ""}, BROWSER),
    ],
)
def test_machines_prefetches_and_filters_are_not_counted(
    client: Client, city: ListedDocuments, recorder: Recorder, parameters: dict, headers: dict
) -> None:
    client.get("/suche/", parameters, headers=headers)
    recorder.flush()

    assert not StoredQuery.objects.exists()


def test_statistics_can_be_switched_off(city: ListedDocuments, recorder: Recorder, settings) -> None:
    settings.SEARCH_STATISTICS = False
    recorder.heard(heard("reisepass"))
    recorder.clicked("reisepass", "de", 1, "things:1")
    recorder.flush()

    assert not StoredQuery.objects.exists()
