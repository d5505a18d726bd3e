"""The words that citizens use, as the project keeps them."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from search.documents import About
from search.vocabulary import Vocabulary
from search.vocabulary.files import UnreadableVocabulary, demands, event_lines, read, related_lines


def test_the_files_are_of_their_form() -> None:
    said = StringIO()

    call_command("check_vocabulary", stdout=said)

    assert "terms for 1826 objects" in said.getvalue()


def test_neighbours_are_objects_that_exist_and_not_the_object_itself() -> None:
    known = {key for key, _ in demands()}

    for line in related_lines():
        assert line.key in known
        assert set(line.terms) <= known - {line.key}


def test_events_lead_to_objects_that_exist() -> None:
    known = {key for key, _ in demands()}

    unknown = {key for line in event_lines() if line.kind == "objects" for key in line.terms} - known

    assert unknown == set()


def test_a_line_that_is_not_of_the_form_is_named(tmp_path: Path) -> None:
    file = tmp_path / "99001.tsv"
    file.write_text("# 99001001 Abfall\n99001001\teveryday\tmüll | abfall\n99001001 everyday müll\n")

    with pytest.raises(UnreadableVocabulary, match=r"99001\.tsv:3"):
        list(read(file))


def test_terms_of_an_object_in_all_languages_on_german_pages(whole_vocabulary: Vocabulary) -> None:
    german = whole_vocabulary.terms_of(["99001009"], "de")
    english = whole_vocabulary.terms_of(["99001009"], "en")

    assert set(english) < set(german)
    assert len(german) > 25


def test_a_key_that_the_catalogue_knows_is_believed(whole_vocabulary: Vocabulary) -> None:
    assert whole_vocabulary.objects_of(About.NEWS, ["99102013000000"], ("Angelschein",)) == ["99102013"]


def test_without_such_a_key_the_names_decide(whole_vocabulary: Vocabulary) -> None:
    assert whole_vocabulary.objects_of(About.SERVICE, (), ("Hundesteuer",)) == ["99102013"]
    assert whole_vocabulary.objects_of(About.SERVICE, ["99999999000000"], ("Hundesteuer",)) == [
        "99999999",
        "99102013",
    ]
    assert whole_vocabulary.objects_of(About.SERVICE, (), ("Blaue Stunde im Stadtpark",)) == []


@pytest.mark.parametrize(
    ("about", "name", "expected"),
    [
        (About.PLACE, "Hallenbad Auenwelle", ["indoor_pool"]),
        (About.PLACE, "Hundesteuer", []),
        (About.NEWS, "Hallenbad schließt im Sommer", []),
        (About.NEWS, "Hundesteuer steigt", []),
    ],
)
def test_pages_get_the_words_of_what_they_are_about(
    whole_vocabulary: Vocabulary, about: About, name: str, expected: list[str]
) -> None:
    assert whole_vocabulary.objects_of(about, (), (name,)) == expected


def test_a_life_situation_is_what_people_say_of_it(whole_vocabulary: Vocabulary) -> None:
    assert "moving_within_city" in whole_vocabulary.objects_of(About.LIFE_EVENT, (), ("Umziehen",))
    assert "ich ziehe um" in whole_vocabulary.terms_of(["moving_within_city"], "de")
