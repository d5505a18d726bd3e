"""What is found when no index answers: by title, alternatives, everyday words; never what is not public."""

import socket
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from outbox.domain.running import run_due_jobs
from search.domain.indexing import mark_changed
from search.domain.limited import CANDIDATES
from search.domain.names import forget_gone_records, keep_names, named_records
from search.domain.querying import search
from search.domain.rebuilding import rebuild
from search.domain.results import SearchResults
from search.domain.sweeping import sweep
from search.models import FindableName, NamedRecord, NameStem
from search.vocabulary import Vocabulary
from tests.search.conftest import ListedDocuments
from tests.search.filled_index import changes as as_changes

pytestmark = pytest.mark.django_db


@pytest.fixture
def dark_city(city: ListedDocuments, settings: Settings) -> Iterator[ListedDocuments]:
    """The city, whose engine is down from now on."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        settings.SEARCH_URL = f"http://127.0.0.1:{unused.getsockname()[1]}"
        yield city


def titles(results: SearchResults) -> list[str]:
    assert results.limited
    return [hit.title for hit in results.hits]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Reisepass beantragen", "Reisepass beantragen"),
        ("passport", "Reisepass beantragen"),
        ("SPERRMUELL", "Sperrmüll anmelden"),
        ("führersch", "Führerschein umtauschen"),
        ("gestohlener Reisepass Polizei", "Reisepass beantragen"),
        ("99085001012000", "Reisepass beantragen"),
    ],
)
def test_names_are_found_without_an_index(dark_city: ListedDocuments, query: str, first: str) -> None:
    assert titles(search(query))[0] == first


def test_result_looks_like_any_other(dark_city: ListedDocuments) -> None:
    (hit,) = search("reisepass", types=["service"]).hits

    assert (hit.type, hit.id, hit.url) == ("service", "1", "/dienstleistungen/1/")
    assert hit.snippet == "Den Pass für Reisen außerhalb der EU beantragen Sie im Bürgeramt."
    assert (hit.record, hit.department, hit.leika) == ("things:1", "Bürgeramt", ("99085001012000",))


def test_texts_are_not_searched(dark_city: ListedDocuments) -> None:
    assert titles(search("biometrisches")) == []


def test_counts_and_filters_work(dark_city: ListedDocuments) -> None:
    dark_city.add("Bürgeramt Mitte", type="news", department="Bürgeramt")
    bring_names_up_to_date(dark_city)

    results = search("Bürgeramt", filters={"department": ["Bürgeramt"]})

    assert titles(results) == ["Bürgeramt Mitte"]
    assert [(count.value, count.count) for count in results.facets["type"]] == [("news", 1)]
    assert search("Bürgeramt").total == 2


def test_pages_go_on_where_the_last_one_ended(dark_city: ListedDocuments) -> None:
    for number in range(5):
        dark_city.add(f"Denkmal {number}")
    bring_names_up_to_date(dark_city)

    shown = [title for page in (1, 2, 3) for title in titles(search("Denkmal", page=page, size=2))]

    assert sorted(shown) == [f"Denkmal {number}" for number in range(5)]
    assert search("Denkmal", size=2).total == 5


def test_everyday_words_and_other_languages_lead_to_the_service(
    whole_vocabulary: Vocabulary, dark_city: ListedDocuments
) -> None:
    assert titles(search("expresspass"))[0] == "Reisepass beantragen"


def test_german_names_where_the_language_has_none(dark_city: ListedDocuments) -> None:
    results = search("reisepass", language="en")

    assert (titles(results)[0], results.language) == ("Reisepass beantragen", "de")


def test_what_is_no_longer_public_is_not_found_although_the_engine_is_down(
    dark_city: ListedDocuments,
) -> None:
    dark_city.records["3"] = []
    mark_changed("things", "3")

    run_due_jobs()

    assert titles(search("Sperrmüll")) == []
    assert "3" not in named_records("things")


def test_what_is_new_is_found_although_the_engine_is_down(dark_city: ListedDocuments) -> None:
    dark_city.add("Wunschkennzeichen", pk="neu")
    mark_changed("things", "neu")

    run_due_jobs()

    assert titles(search("Wunschkennzeichen")) == ["Wunschkennzeichen"]


def test_what_ends_is_not_found_after_its_end_although_no_job_ran(dark_city: ListedDocuments) -> None:
    now = timezone.now()
    dark_city.add("Badeverbot", expires_at=now - timedelta(seconds=2))
    dark_city.add("Badefest", expires_at=now + timedelta(hours=1))
    bring_names_up_to_date(dark_city)

    assert titles(search("Badeverbot Badefest")) == ["Badefest"]


def test_older_reading_does_not_bring_back_what_is_gone(dark_city: ListedDocuments) -> None:
    (document,) = dark_city.records["3"]
    old = list(as_changes([document], version=time.time_ns()))
    dark_city.records["3"] = []
    bring_names_up_to_date(dark_city)

    keep_names(old)

    assert titles(search("Sperrmüll")) == []


def test_mark_of_a_gone_record_is_forgotten_after_a_day(dark_city: ListedDocuments) -> None:
    dark_city.records["3"] = []
    bring_names_up_to_date(dark_city)
    forget_gone_records()
    assert NamedRecord.objects.filter(record="things:3").exists()

    NamedRecord.objects.filter(record="things:3").update(version=time.time_ns() - 25 * 3600 * 10**9)
    forget_gone_records()

    assert not NamedRecord.objects.filter(record="things:3").exists()


def test_night_brings_names_back_and_takes_surplus_ones_out(dark_city: ListedDocuments) -> None:
    FindableName.objects.filter(owner__record="things:1").delete()
    NamedRecord.objects.filter(record="things:1").delete()
    dark_city.records["3"] = []

    sweep()
    run_due_jobs()

    assert named_records("things") == {"1", "2", "4"}
    assert titles(search("Sperrmüll")) == []


def test_unchanged_names_are_not_written_again(city: ListedDocuments) -> None:
    before = set(FindableName.objects.values_list("pk", flat=True))

    rebuild()

    assert set(FindableName.objects.values_list("pk", flat=True)) == before
    assert len(before) == 4


def test_replaced_names_leave_no_stems_behind(city: ListedDocuments) -> None:
    city.records["1"] = []
    city.add("Pass", pk="1")
    bring_names_up_to_date(city)

    stems = NameStem.objects.filter(name__owner__record="things:1")
    assert list(stems.values_list("stem", flat=True)) == ["pass"]
    assert not NameStem.objects.exclude(name__in=FindableName.objects.all()).exists()


def test_nothing_can_be_said_when_the_database_is_gone(
    dark_city: ListedDocuments, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(question: object) -> None:
        raise DatabaseError("server closed the connection")

    monkeypatch.setattr("search.domain.limited.search_names", gone)
    results = search("Reisepass")

    assert (results.ready, results.hits) == (False, [])


def test_index_that_answers_again_is_used_at_once(city: ListedDocuments, index_dir: Path) -> None:
    (index_dir / "current").unlink()
    assert search("Reisepass").limited

    rebuild()

    assert not search("Reisepass").limited
    assert search("biometrisches").total > 0


def test_many_words_and_many_names_take_few_queries(
    dark_city: ListedDocuments, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        dark_city.add(f"Reisepass verlängern {number}")
    bring_names_up_to_date(dark_city)

    # Four a question: most of the words, then any of them.
    with django_assert_max_num_queries(8):
        assert search("Reisepass verlängern im Bürgeramt der Stadt heute").total > 30


def bring_names_up_to_date(things: ListedDocuments) -> None:
    """As the worker does, whatever the engine says."""
    for pk in things.records:
        mark_changed("things", pk)
    run_due_jobs()


@pytest.mark.slow
def test_ten_thousand_services_are_searched_quickly(index_dir: Path, things: ListedDocuments) -> None:
    words = ("Antrag", "Bescheinigung", "Ausweis", "Verlängerung", "Genehmigung", "Gebühr", "Auskunft")
    for number in range(10_000):
        called = [
            f"{words[number % 7]} {words[(number // 7 + k) % 7]} Begriff{number % 997 + k}" for k in range(15)
        ]
        things.add(f"{words[number % 7]} {number}", alternatives=tuple(called), teaser="Im Bürgeramt.")
    rebuild()
    (index_dir / "current").unlink()
    queries = ["Antrag", "Antrag Bescheinigung Ausweis Gebühr", "Begriff12", "begrif", "Auskunft 4711"]

    def seconds(query: str) -> float:
        started = time.perf_counter()
        assert search(query).total in range(1, CANDIDATES + 1)
        return time.perf_counter() - started

    for query in queries:
        seconds(query)
    assert max(min(seconds(query) for _ in range(3)) for query in queries) < 0.4
