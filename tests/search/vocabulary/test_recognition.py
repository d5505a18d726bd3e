"""Terms that say the same as a query."""

import pytest

from search.analysis import analyse
from search.vocabulary.life_events import recognised_events
from search.vocabulary.matters import named_matters, neighbours
from search.vocabulary.recognition import Terms


def asked(query: str) -> list[str]:
    return analyse(query, "de")


def test_the_whole_term_is_certain_and_parts_are_likely_as_their_words_are_rare() -> None:
    terms = Terms([("a", "Hund anmelden"), ("b", "Auto anmelden"), ("c", "Fahrrad anmelden")])

    certain = terms.likelihoods(asked("hund anmelden"))
    partly = terms.likelihoods(asked("hund"))
    common = terms.likelihoods(asked("anmelden"))

    assert certain["a"] == pytest.approx(1.0)
    assert 0.4 < partly["a"] < 1.0
    assert max(common.values()) < partly["a"]


def test_terms_contained_in_a_text() -> None:
    terms = Terms([("a", "Aufenthaltserlaubnis"), ("b", "Erlaubnis Studium")])

    assert list(terms.contained(asked("Aufenthaltserlaubnis zum Studium"))) == ["a"]


@pytest.mark.parametrize("query", ["", "zzzz", "ist das so"])
def test_nothing_means_nothing(query: str) -> None:
    assert Terms([("a", "Hund anmelden")]).likelihoods(asked(query)) == {}
    assert named_matters(asked(query)) == {}
    assert recognised_events(asked(query)) == []


@pytest.mark.parametrize("query", ["Wir ziehen um", "sind gerade umgezogen", "ziehe bald um"])
def test_who_moves_needs_the_register_first(query: str) -> None:
    event = recognised_events(asked(query))[0]

    assert event.key == "moving_within_city"
    assert event.objects[0] == "99115005"


def test_a_matter_by_what_people_call_it_and_its_neighbours() -> None:
    fishing_licence = next(iter(named_matters(asked("Angelschein"))))

    assert fishing_licence == "99042001"
    assert neighbours(fishing_licence)[0] == "99042003"
    assert neighbours("nichts") == ()
