"""What sounds the same, and what stands together."""

import pytest

from search.analysis.phrases import pairs, whole
from search.analysis.sounds import sound


@pytest.mark.parametrize(
    ("heard", "written"),
    [
        ("fuererschein", "fuehrerschein"),
        ("pasport", "passport"),
        ("anwonerparken", "anwohnerparken"),
        ("jagtschein", "jagdschein"),
        ("fotovoltaik", "photovoltaik"),
        ("meldebestetigung", "meldebestaetigung"),
    ],
)
def test_by_ear(heard: str, written: str) -> None:
    assert sound(heard) == sound(written)


def test_different_words_sound_different() -> None:
    assert sound("hund") != sound("hand")
    assert sound("pass") != sound("post")


def test_pairs_know_no_order() -> None:
    assert list(pairs(["ausweis", "verlier"])) == list(pairs(["verlier", "ausweis"])) == ["ausweis+verlier"]
    assert list(pairs(["a"])) == list(pairs([])) == []


def test_only_neighbours_are_paired_in_long_texts() -> None:
    assert len(list(pairs([str(number) for number in range(40)]))) == 39


def test_a_whole_term_is_one_token() -> None:
    assert whole(["verlier", "ausweis"]) == "=ausweis+verlier"
    assert whole([]) == ""
