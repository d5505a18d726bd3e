"""What the search field proposes while somebody types: names that contain the words so far."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import structlog
from django.conf import settings
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from search.domain.completing import completed
from search.domain.limited import search_names
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
    query = cleaned(q)
    words = QueryWords.of(query, language)
    released = list(_released(words))
    return [*_names(query, words)[: SUGGESTIONS - len(released)], *released]


def _names(query: str, words: QueryWords) -> list[Suggestion]:
    found = _named(words)
    if not found and words.language != settings.LANGUAGE_CODE:
        found = _named(QueryWords.of(query, settings.LANGUAGE_CODE))
    return found


def _named(words: QueryWords) -> list[Suggestion]:
    if len("".join(words.folded)) < LETTERS_NEEDED:
        return []
    try:
        answer = engine().search(_question(words))
        if not answer.found and (meant := completed(engine(), words)):
            answer = engine().search(_question(meant))
    except EngineError as error:
        log.warning("search.limited", error=type(error).__name__)
        answer = _by_names(words)
    return _suggestions([found.stored for found in answer.found])


def _by_names(words: QueryWords) -> Answer:
    """What the database knows; nothing where not even that answers."""
    try:
        return search_names(_question(words))
    except DatabaseError as error:
        log.warning("search.unavailable", error=type(error).__name__)
        return Answer([], 0)


def _suggestions(found: list[Mapping[str, Any]]) -> list[Suggestion]:
    """Services first: they are the first type that a room registers."""
    first = next(iter(result_types.names()), "")
    labels = {name: result_types.label(name) for name in {stored["type"] for stored in found}}
    return [
        Suggestion(s["title"], s["url"], s["type"], labels[s["type"]], s.get("action", ""))
        for s in sorted(found, key=lambda stored: stored["type"] != first)
    ]


def _released(words: QueryWords) -> Iterator[Suggestion]:
    """Queries of the editors that begin like this one."""
    beginning = " ".join(words.folded)
    if len(beginning) < LETTERS_NEEDED:
        return
    found = (text for room in released_queries for text in room.starting_with(beginning, words.language))
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
