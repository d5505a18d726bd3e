"""Which fact of which thing is asked for."""

import pytest

from search.analysis import fold, words
from search.domain.asked_facts import FORM, HOURS, TELEPHONE, Fact, surplus, thing_asked_for


def thing(fact: Fact, query: str, language: str = "de") -> tuple[str, ...] | None:
    return thing_asked_for(fact, words(fold(query)), language)


@pytest.mark.parametrize(
    ("fact", "query", "expected"),
    [
        (HOURS, "Öffnungszeiten Standesamt", ("standesamt",)),
        (HOURS, "hat das Standesamt heute noch offen?", ("standesamt",)),
        (HOURS, "wann macht das Standesamt zu", ("standesamt",)),
        (HOURS, "ist heute offen", ()),
        (TELEPHONE, "Telefon Nummer vom Jugendamt", ("jugendamt",)),
        (FORM, "Formulare", ()),
    ],
)
def test_thing_is_what_else_was_said(fact: Fact, query: str, expected: tuple[str, ...]) -> None:
    assert thing(fact, query) == expected


@pytest.mark.parametrize(
    ("fact", "query"),
    [
        (HOURS, "Offenlegung Bebauungsplan"),
        (HOURS, "auf Wohngeld warten"),
        (HOURS, "wann kommt der Müll"),
        (TELEPHONE, "Telefonseelsorge"),
        (FORM, "Reform der Grundsteuer"),
        (FORM, ""),
    ],
)
def test_other_words_ask_for_no_fact(fact: Fact, query: str) -> None:
    assert thing(fact, query) is None


def test_words_of_other_languages_ask_too() -> None:
    assert thing(HOURS, "opening hours of the library", "en") == ("librari",)
    assert thing(TELEPHONE, "phone number town hall", "en") == ("town", "hall")


def test_surplus_counts_what_was_not_asked_for() -> None:
    assert surplus(("rathaus",), ["Rathaus"], (), "de") == 0
    assert surplus(("rathaus",), ["Bürgeramt im Rathaus"], (), "de") == 1
    assert surplus(("burgerburo",), ["Bürgeramt im Rathaus"], ("Bürgerbüro",), "de") == 2
    assert surplus(("rathaus", "keller"), ["Rathaus"], (), "de") is None
