"""What is made of words that nothing contains."""

import pytest

from search.domain import understanding
from search.domain.querying import search
from search.domain.rebuilding import rebuild
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db


def found(query: str, language: str = "de") -> list[str]:
    return [hit.title for hit in search(query, language=language).hits]


def test_a_compound_is_found_by_its_parts_and_not_called_an_error(things: ListedDocuments) -> None:
    things.add("Sperrmüll", alternatives=("Abholung von Möbeln",))
    things.add("Personalausweis")
    rebuild()

    results = search("Sperrmüllabholung")

    assert [hit.title for hit in results.hits] == ["Sperrmüll"]
    assert results.corrected is None


def test_words_written_apart_are_put_together_where_something_is_called_so(things: ListedDocuments) -> None:
    things.add("Jagdschein")
    things.add("Angelschein")
    rebuild()

    assert found("Jagd Schein") == ["Jagdschein"]


def test_a_typing_error_beside_a_right_word_is_corrected_too(things: ListedDocuments) -> None:
    things.add("Reisepass beantragen")
    things.add("Wohngeld beantragen")
    rebuild()

    assert found("Reisepas beantragen")[0] == "Reisepass beantragen"


def test_a_page_in_german_is_better_than_none(things: ListedDocuments) -> None:
    things.add("Reisepass", alternatives=("passport",))
    rebuild()

    results = search("passport", language="en")

    assert [hit.title for hit in results.hits] == ["Reisepass"]
    assert results.language == "de"


def test_german_pages_do_not_push_in_where_the_language_has_its_own(things: ListedDocuments) -> None:
    things.add("Reisepass", alternatives=("passport",))
    things.add("Welcome: your passport", language="en")
    rebuild()

    results = search("passport", language="en")

    assert [hit.title for hit in results.hits] == ["Welcome: your passport"]
    assert results.language == "en"


def test_a_text_of_unknown_words_costs_no_more_than_a_few_of_them(
    city: ListedDocuments, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(understanding, "nearest", lambda word, *args, **kwargs: asked.append(word))

    search(" ".join(f"unbekannt{letter}{letter}" for letter in "abcdefghijklmnop"))

    assert 0 < len(set(asked)) <= understanding.UNKNOWN_WORDS
