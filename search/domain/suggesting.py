"""What the search field proposes while somebody types: names that contain the words so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

import structlog
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from search.domain.completing import completed
from search.domain.query_words import QueryWords, cleaned
from search.engines import engine
from search.engines.base import EngineError
from search.engines.questions import Answer, Question
from search.engines.ranking import NAME_WEIGHTS
from search.registries import released_queries, result_types

SUGGESTIONS = 8
RELEASED_SUGGESTIONS = 3
LETTERS_NEEDED = 2
QUERY_TYPE = "query"

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Suggestion:
    """A name to go to, or a query to ask; `label` is the kind of thing in citizens' words.

    `action` says what can be done there at once ("Online beantragen"), if anything.
    """

    title: str
    url: str
    type: str
    label: str
    action: str = ""


def suggest(q: str, language: str) -> list[Suggestion]:
    """Up to eight for what has been typed so far: names, the best first, then queries that editors released.

    None before the second letter. What can be done comes before what there is to read. German names where
    the language has none; typing errors are mended where nothing begins like that.
    """
    released = list(_released(cleaned(q), language))
    names = _names(cleaned(q), language)
    return [*names[: SUGGESTIONS - len(released)], *released]


def _names(query: str, language: str) -> list[Suggestion]:
    for each in dict.fromkeys((language, settings.LANGUAGE_CODE)):
        words = QueryWords.of(query, each)
        if len("".join(words.folded)) < LETTERS_NEEDED:
            continue
        try:
            answer = engine().search(_question(words))
            if not answer.found and (meant := completed(engine(), words)):
                answer = engine().search(_question(meant))
        except EngineError as error:
            log.warning("search.unavailable", error=type(error).__name__)
            return []
        if answer.found:
            return _suggestions(answer)
    return []


def _suggestions(answer: Answer) -> list[Suggestion]:
    """Services first: they are the first type that a room registers."""
    first = next(iter(result_types.names()), "")
    found = sorted((found.stored for found in answer.found), key=lambda stored: stored["type"] != first)
    return [
        Suggestion(s["title"], s["url"], s["type"], result_types.label(s["type"]), s.get("action", ""))
        for s in found
    ]


def _released(query: str, language: str) -> Iterator[Suggestion]:
    """Queries of the editors that begin like this one."""
    beginning = " ".join(QueryWords.of(query, language).folded)
    if len(beginning) < LETTERS_NEEDED:
        return
    found = (text for room in released_queries for text in room.starting_with(beginning, language))
    for text in list(dict.fromkeys(found))[:RELEASED_SUGGESTIONS]:
        url = f"{reverse('search')}?{urlencode({'q': text})}"
        yield Suggestion(text, url, QUERY_TYPE, gettext("Suche"))


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
