import pytest

from search.domain.query_words import QueryWords, cleaned


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  Reise\tpass \n", "Reise pass"),
        ("Pass\0verlust", "Pass verlust"),
        ("\ud800", ""),
        ("a" * 10_000, "a" * 200),
        ("🎉 Fest", "🎉 Fest"),
    ],
)
def test_query_becomes_one_readable_line(typed: str, clean: str) -> None:
    assert cleaned(typed) == clean


def test_each_word_counts_once_and_the_last_one_stays_last() -> None:
    assert QueryWords.of("Hund Katze Hund", "de").folded == ("katze", "hund")


def test_many_words_are_cut_to_the_last_sixteen() -> None:
    words = QueryWords.of(" ".join(f"wort{number}" for number in range(50)), "de")

    assert words.folded == tuple(f"wort{number}" for number in range(34, 50))


def test_short_last_word_is_no_prefix() -> None:
    assert QueryWords.of("zu re", "de").prefix == ""
    assert QueryWords.of("zu rei", "de").prefix == "rei"
