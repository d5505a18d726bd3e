"""The explanation adds up to the score, whatever became of the words."""

import pytest

from search.editorial.domain.explaining import explain
from search.editorial.domain.guide import EditorsGuide
from search.editorial.models import BestBet, Synonym
from search.engines.ranking import WEIGHTS
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db


def steps(query: str) -> dict[str, str]:
    return {step.label: step.text for step in explain(query, "de").steps if step.text}


def test_words_are_worth_their_share_in_each_field(city: ListedDocuments) -> None:
    explanation = explain("Reisepass", "de")

    first = explanation.hits[0]
    assert first.hit.title == "Reisepass beantragen"
    (word,) = first.words
    assert {name for name, points in word.by_field.items() if points} >= {"title", "alternatives"}
    best = max(word.by_field.values())
    assert word.total == pytest.approx(best + WEIGHTS.other_fields * (sum(word.by_field.values()) - best))
    assert (word.total + first.rest) * first.prior == pytest.approx(first.hit.score, abs=0.001)
    # Nobody asks for the news as often as for passports.
    assert first.prior > explanation.hits[1].prior == pytest.approx(1.0, abs=0.05)


def test_nothing_is_left_over_where_only_words_count(city: ListedDocuments) -> None:
    (hit,) = explain("Vorabend", "de").hits

    assert hit.words[0].by_field["body"] > 0
    assert hit.rest == pytest.approx(0, abs=0.001)


def test_steps_say_what_became_of_the_words(city: ListedDocuments, guide: EditorsGuide) -> None:
    Synonym.objects.create(terms="Knolle\nSperrgut", kind="equal")
    BestBet.objects.create(queries="Knolle", record="things:1", title="Reisepass", position=2)

    assert steps("wie bekomme ich einen Fürerschein")["Verbessert"] == "fuererschein → fuehrerschein"
    assert steps("Knolle")["Synonyme"] == "knoll auch: sperrgut"
    assert steps("Knolle")["Beste Treffer"] == "Platz 2"


@pytest.mark.parametrize("query", ["", "   ", "der die das", '"\x00)(*', "x" * 500])
def test_any_text_is_answered(city: ListedDocuments, query: str) -> None:
    assert explain(query, "de").ready


def test_without_an_engine_the_page_says_so(things: ListedDocuments, db: None) -> None:
    assert not explain("Reisepass", "de").ready
