"""Asks every room whether it knows the answer itself."""

from collections.abc import Iterable

import structlog

from search.analysis import fold, words
from search.answers import AskedQuestion, DirectAnswer
from search.domain.results import SearchResults
from search.registries import DirectAnswers

ANSWERS_LIMIT = 2
HITS_LOOKED_AT = 5

log = structlog.get_logger(__name__)


def answers_to(results: SearchResults, rooms: Iterable[DirectAnswers]) -> list[DirectAnswer]:
    """The first answers, two at most. A room that fails is noted, and the results are shown without it."""
    query = results.corrected or results.query
    typed = tuple(words(fold(query)))
    if not typed:
        return []
    asked = AskedQuestion(query, typed, results.language, results.hits[:HITS_LOOKED_AT])
    found: list[DirectAnswer] = []
    for room in rooms:
        try:
            answer = room.answer(asked)
        except Exception as error:
            log.exception("search.direct_answer_failed", room=room.name, error=type(error).__name__)
            continue
        if answer is not None:
            found.append(answer)
        if len(found) == ANSWERS_LIMIT:
            break
    return found
