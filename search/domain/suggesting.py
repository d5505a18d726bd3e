"""What the search field proposes while somebody types: names that contain the words so far."""

from dataclasses import dataclass

import structlog
from django.conf import settings
from django.utils import timezone

from search.domain.query_words import QueryWords, cleaned
from search.engines import engine
from search.engines.base import EngineError
from search.engines.questions import Answer, Question
from search.engines.ranking import NAME_WEIGHTS
from search.registries import result_types

SUGGESTIONS = 8
LETTERS_NEEDED = 2

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Suggestion:
    """A name to go to; `label` is the kind of thing in citizens' words."""

    title: str
    url: str
    type: str
    label: str


def suggest(q: str, language: str) -> list[Suggestion]:
    """Up to eight names for what has been typed so far, best first; none before the second letter.

    German names where the language has none.
    """
    for each in dict.fromkeys((language, settings.LANGUAGE_CODE)):
        words = QueryWords.of(cleaned(q), each)
        if len("".join(words.folded)) < LETTERS_NEEDED:
            continue
        try:
            answer = engine().search(_question(words))
        except EngineError as error:
            log.warning("search.unavailable", error=type(error).__name__)
            return []
        if answer.found:
            return _suggestions(answer)
    return []


def _suggestions(answer: Answer) -> list[Suggestion]:
    return [
        Suggestion(s["title"], s["url"], s["type"], result_types.label(s["type"]))
        for s in (found.stored for found in answer.found)
    ]


def _question(words: QueryWords) -> Question:
    return Question(
        language=words.language,
        stems=words.stems,
        at_least=len(words.stems),
        now=int(timezone.now().timestamp()),
        prefix=words.folded[-1],
        weights=NAME_WEIGHTS,
        size=SUGGESTIONS,
        counted=False,
    )
