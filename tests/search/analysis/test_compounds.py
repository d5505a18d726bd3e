"""Words that nothing contains are taken apart."""

import pytest

from search.analysis import stem
from search.analysis.compounds import parts_of

WORDS = ("sperrmuell", "abholung", "hund", "steuer", "anmeldung", "antrag", "formular", "kind", "garten")
KNOWN = {stem(word, "de"): 1 for word in WORDS}


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("sperrmuellabholung", ("sperrmuell", "abholung")),
        ("hundesteuer", ("hunde", "steuer")),
        ("antragsformular", ("antrags", "formular")),
        ("kindergarten", ("kinder", "garten")),
    ],
)
def test_parts_and_what_links_them(word: str, parts: tuple[str, str]) -> None:
    assert parts_of(word, KNOWN, "de") == parts


@pytest.mark.parametrize("word", ["wolkenkuckucksheim", "hundx", "ab", "", "steuerung"])
def test_other_words_stay_whole(word: str) -> None:
    assert parts_of(word, KNOWN, "de") is None


def test_of_several_ways_the_most_even_one_is_taken() -> None:
    known = {stem(word, "de"): 1 for word in ("aus", "hang", "aushang", "kasten", "hangkasten")}

    assert parts_of("aushangkasten", known, "de") == ("aushang", "kasten")
