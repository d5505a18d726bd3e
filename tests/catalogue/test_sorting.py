"""Order after DIN 5007, variant 1."""

import pytest

from servicefinder.catalogue.domain.sorting import folded, letter, sort_key


def test_umlauts_sort_like_their_base_letter() -> None:
    titles = ["Zulassung", "Öffnungszeiten", "Ofen anmelden", "Ordnung", "Ärger melden", "Abfall", "Über uns"]

    assert sorted(titles, key=sort_key) == [
        "Abfall",
        "Ärger melden",
        "Ofen anmelden",
        "Öffnungszeiten",
        "Ordnung",
        "Über uns",
        "Zulassung",
    ]


def test_of_two_alike_the_one_without_accents_comes_first() -> None:
    assert sorted(["Bär", "Bar am See", "Bar"], key=sort_key) == ["Bar", "Bär", "Bar am See"]
    assert sorted(["Maße", "Masse", "Massel"], key=sort_key) == ["Masse", "Maße", "Massel"]


def test_punctuation_and_case_do_not_count() -> None:
    assert folded("„E-Bike“ – laden!") == "e bike laden"
    assert sort_key("kfz ummelden") == sort_key("Kfz: Ummelden")


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Ämter", "A"), ("éclair", "E"), ("ßtest", "S"), ("3D-Druck", "#"), ("", "#"), ("Чай", "#")],
)
def test_letter_of_the_list(title: str, expected: str) -> None:
    assert letter(title) == expected


def test_key_fits_its_column() -> None:
    assert len(sort_key("ä" * 255)) == 255
