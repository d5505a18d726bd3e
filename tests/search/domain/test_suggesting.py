import socket
import time
from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from search.domain.rebuilding import rebuild
from search.domain.suggesting import Suggestion, suggest
from search.engines.patience import patience
from search.registries import ReleasedQueries, released_queries
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db


def test_beginning_of_a_name_is_completed(city: ListedDocuments) -> None:
    assert suggest("rei", "de") == [
        Suggestion("Reisepass beantragen", "/dienstleistungen/1/", "service", "Dienstleistung")
    ]


def test_beginning_of_a_synonym_is_completed(city: ListedDocuments) -> None:
    assert [suggestion.title for suggestion in suggest("sperrg", "de")] == ["Sperrmüll anmelden"]


def test_nothing_is_proposed_before_the_second_letter(city: ListedDocuments) -> None:
    assert suggest("r", "de") == []


def test_words_of_the_text_are_not_names(city: ListedDocuments) -> None:
    assert suggest("samstag", "de") == []


def test_more_words_narrow_the_names(city: ListedDocuments) -> None:
    assert [name.title for name in suggest("führerschein um", "de")] == ["Führerschein umtauschen"]
    assert suggest("führerschein ab", "de") == []


def test_no_more_than_eight(things: ListedDocuments) -> None:
    for number in range(20):
        things.add(f"Spielplatz {number}")
    rebuild()

    assert len(suggest("spiel", "de")) == 8


def test_without_an_index_nothing_is_proposed(things: ListedDocuments) -> None:
    assert suggest("reise", "de") == []


@pytest.mark.parametrize(
    "typed", ["reisepas", "riesepa", "fürersch", "fuehrerscein", "sperrmüllanm", "fuhrer"]
)
def test_errors_in_the_beginning_are_forgiven(city: ListedDocuments, typed: str) -> None:
    titles = {"r": "Reisepass beantragen", "f": "Führerschein umtauschen", "s": "Sperrmüll anmelden"}

    found = [each.title for each in suggest(typed, "de")]

    assert found == ([] if typed == "sperrmüllanm" else [titles[typed[0]]])


def test_error_in_a_word_before_is_forgiven(city: ListedDocuments) -> None:
    assert [each.title for each in suggest("führershein um", "de")] == ["Führerschein umtauschen"]


def test_beginning_of_nothing_stays_without_suggestions(city: ListedDocuments) -> None:
    assert suggest("xqzvw", "de") == []


def test_services_come_first_and_say_what_can_be_done(things: ListedDocuments) -> None:
    things.add("Hund", type="news")
    things.add("Hund anmelden", action="Online anmelden")
    rebuild()

    assert [(each.title, each.action) for each in suggest("hund", "de")] == [
        ("Hund anmelden", "Online anmelden"),
        ("Hund", ""),
    ]


@pytest.fixture
def released() -> Iterator[None]:
    def starting_with(beginning: str, language: str) -> list[str]:
        known = ["Hund gefunden", "Hund gefunden", "Hund & Katze", "Hund entlaufen", "Hundewiese"]
        return known if "hund".startswith(beginning) and language == "de" else []

    with released_queries.fresh():
        released_queries.register(ReleasedQueries("tests", starting_with))
        yield


def test_released_queries_come_after_names(things: ListedDocuments, released: None) -> None:
    for number in range(10):
        things.add(f"Hund {number}")
    rebuild()

    found = suggest("hund", "de")

    assert len(found) == 8
    assert [(each.title, each.url, each.type) for each in found[5:]] == [
        ("Hund gefunden", "/suche/?q=Hund+gefunden", "query"),
        ("Hund & Katze", "/suche/?q=Hund+%26+Katze", "query"),
        ("Hund entlaufen", "/suche/?q=Hund+entlaufen", "query"),
    ]
    assert [each.type for each in suggest("h", "de")] == []


def test_names_are_proposed_in_time_while_the_engine_hangs(city: ListedDocuments, settings: Settings) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        settings.SEARCH_URL = f"http://127.0.0.1:{silent.getsockname()[1]}"
        started = time.monotonic()
        with patience():
            found = suggest("reisep", "de")

        assert [each.title for each in found] == ["Reisepass beantragen"]
        assert time.monotonic() - started < 1
