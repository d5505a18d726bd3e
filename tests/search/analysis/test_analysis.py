"""Tokens: what must meet, meets; whatever is typed, nothing raises."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import analyse, fold, folded_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müll", "Muell"),
        ("Müll", "MULL"),
        ("Straße", "STRASSE"),
        ("Straße", "Straẞe"),
        ("Häuser", "Haus"),
        ("Ausweise", "Ausweis"),
        ("Anmeldung", "anmelden"),
        ("Kfz-Zulassung", "KFZ Zulassung"),
        ("geht's", "gehts"),
        ("M\u0075\u0308ll", "Müll"),
        ("Sperr\u00admüll", "Sperrmüll"),
    ],
)
def test_spellings_of_the_same_word_give_the_same_tokens(one: str, other: str) -> None:
    assert analyse(one, "de") == analyse(other, "de") != []


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Şükrü", "suekrue"),
        ("Łódź", "lodz"),
        ("Ødegård", "oedegard"),
        ("Æther", "aether"),
        ("Þór", "thor"),
        ("Đorđević", "dordevic"),
        ("İstanbul", "istanbul"),
        ("Ẁẽñ", "wen"),
    ],
)
def test_letters_of_names_fold_to_what_a_german_keyboard_has(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_words_without_meaning_are_left_out() -> None:
    assert analyse("Wo kann ich meinen Reisepass beantragen?", "de") == analyse("Reisepass beantragen", "de")


def test_only_stop_words_give_no_tokens() -> None:
    assert analyse("Wie? Wo? Der, die, das.", "de") == []


def test_english_text_is_stemmed_in_english() -> None:
    assert analyse("registering the dogs", "en") == ["regist", "dog"]


def test_language_without_a_stemmer_keeps_its_words() -> None:
    assert analyse("паспорт громадянина", "uk") == ["паспорт", "громадянина"]


def test_numbers_and_paragraphs_are_words() -> None:
    assert analyse("§ 62 PStG, 37,00 €", "de") == ["62", "pstg", "37", "00"]


def test_order_and_repetitions_are_kept() -> None:
    assert folded_words("Hund und Hund, Katze", "de") == ["hund", "hund", "katze"]


def test_endless_word_is_cut() -> None:
    assert [len(word) for word in analyse("x" * 10_000, "fr")] == [64]


@given(st.text(max_size=200))
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=200), st.sampled_from(["de", "en", "de-simple", "xx"]))
def test_tokens_are_letters_and_digits_only(text: str, language: str) -> None:
    assert all(token.isalnum() and len(token) <= 64 for token in analyse(text, language))


@given(st.text(alphabet="aäbcdeéöüßsTŁ -", max_size=60))
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    assert analyse(unicodedata.normalize("NFD", text), "de") == analyse(text, "de")
