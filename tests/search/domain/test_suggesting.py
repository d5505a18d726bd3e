import pytest

from search.domain.rebuilding import rebuild
from search.domain.suggesting import Suggestion, suggest
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
