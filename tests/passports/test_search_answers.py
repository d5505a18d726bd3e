"""Who searches for a document that should be ready is sent to ask for it, not to read."""

import pytest

from search.analysis import fold, words
from search.answers import AskedQuestion
from servicefinder.passports.direct_answers import StatusAnswers


def answer(query: str, language: str = "de"):
    return StatusAnswers().answer(AskedQuestion(query, tuple(words(fold(query))), language, ()))


@pytest.mark.parametrize(
    "query",
    [
        *("ist mein Perso fertig", "Pass abholen", "Reisepass abholbereit?", "Ausweisstatus"),
        *("Personalausweis schon da", "Aufenthaltstitel fertig", "Ausweis Abholung"),
    ],
)
def test_the_question_is_answered_with_where_to_ask(query):
    found = answer(query)

    assert found is not None
    assert (found.title, found.url, found.link) == (
        "Ist mein Ausweis fertig?",
        "/ausweisstatus/",
        "Nachsehen",
    )
    assert found.answer.text.startswith("9 Zeichen von Ihrer Quittung")


def test_in_english_too():
    found = answer("is my passport ready", "en")

    assert found is not None
    assert (found.title, found.url) == ("Is my ID document ready?", "/en/ausweisstatus/")


@pytest.mark.parametrize("query", ["Pass beantragen", "Ausweis verloren", "Perso", "Sperrmüll abholen", "da"])
def test_other_questions_are_left_to_the_search(query):
    assert answer(query) is None
