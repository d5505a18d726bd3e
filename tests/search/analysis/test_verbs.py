"""Verbs in the forms that people use."""

import pytest

from search.analysis import analyse
from search.analysis.verbs import forms, infinitive, with_joined_verbs


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("umgezogen", "umziehen"),
        ("umzuziehen", "umziehen"),
        ("abgemeldet", "abmelden"),
        ("gestorben", "sterben"),
        ("verloren", "verlieren"),
        ("eingebrochen", "einbrechen"),
        ("geboren", "gebaeren"),
        ("hund", "hund"),
        ("", ""),
    ],
)
def test_infinitives(form: str, expected: str) -> None:
    assert infinitive(form) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("ich ziehe um", "ich umziehen"),
        ("wo melde ich mein auto ab", "wo abmelden ich mein auto"),
        ("mein pass laeuft ab was tun", "mein pass ablaufen was tun"),
        ("wir geben den laden auf", "wir aufgeben den laden"),
        ("ich gebe meinen laden auf", "ich aufgeben meinen laden"),  # The noun is no verb.
        ("ich laufe um den see", "ich laufe um den see"),  # A preposition.
        ("um", "um"),
    ],
)
def test_separated_verbs(sentence: str, expected: str) -> None:
    assert list(with_joined_verbs(sentence.split())) == expected.split()


@pytest.mark.parametrize("text", ["Ich bin umgezogen", "ich ziehe um", "umziehen", "wir zogen um"])
def test_all_forms_of_moving_meet(text: str) -> None:
    assert "umzieh" in analyse(text, "de")


def test_long_sentences_are_left_alone() -> None:
    words = ["ziehe", *["wort"] * 12, "um"]

    assert with_joined_verbs(words) is words


def test_infinitives_stay_what_they_are() -> None:
    verbs = set(forms().values())

    changed = {verb for verb in verbs if infinitive(infinitive(verb)) != infinitive(verb)}

    assert changed == set()
