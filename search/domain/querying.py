"""Asking: all words first, then the same without typing errors, then some of the words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date

import structlog
from django.utils import timezone

from search.domain.corrections import corrected_text, corrections
from search.domain.query_words import QueryWords, cleaned
from search.domain.results import FacetCount, Hit, SearchResults
from search.domain.snippets import snippet
from search.engines import Engine, engine
from search.engines.base import EngineError
from search.engines.questions import Answer, Found, Question

SIZE_LIMIT = 100
# One of so many words has to match when no document has them all.
LOOSE_WORDS = 3

log = structlog.get_logger(__name__)


def search(
    q: str,
    *,
    language: str = "de",
    types: Sequence[str] = (),
    filters: Mapping[str, Sequence[str]] | None = None,
    page: int = 1,
    size: int = 20,
) -> SearchResults:
    """Documents of `language` for what somebody typed. Any text gets an ordinary answer.

    `filters` maps a facet to values of which one must apply. `page` counts from 1, `size` goes up
    to 100; values outside are moved to the nearest sensible one. When the engine cannot answer, the
    results are empty and not `ready`.
    """
    query = cleaned(q)
    page, size = max(page, 1), min(max(size, 1), SIZE_LIMIT)
    words = QueryWords.of(query, language)
    if not words.folded:
        return SearchResults(query, page, size)
    narrowed = {name: tuple(values) for name, values in (filters or {}).items() if values}
    question = Question(
        language=language,
        stems=(),
        at_least=0,
        now=int(timezone.now().timestamp()),
        types=tuple(types),
        filters=narrowed,
        offset=(page - 1) * size,
        size=size,
    )
    try:
        asked = _ask(engine(), words, question)
    except EngineError as error:
        log.warning("search.unavailable", error=type(error).__name__)
        return SearchResults(query, page, size, ready=False)
    return _results(query, page, size, asked)


@dataclass(frozen=True)
class _Asked:
    """The words that were asked in the end, and what came back."""

    words: QueryWords
    answer: Answer
    replacements: dict[str, str]


def _ask(source: Engine, words: QueryWords, question: Question) -> _Asked:
    """At most three questions; nearly always the first one finds something."""
    answer = source.search(_with_words(question, words, len(words.folded)))
    if answer.types:
        return _Asked(words, answer, {})
    replacements = corrections(source, words)
    if replacements:
        words = words.replaced(replacements)
        answer = source.search(_with_words(question, words, len(words.folded)))
    if not answer.types and len(words.folded) > 1:
        answer = source.search(_with_words(question, words, loose_minimum(len(words.folded))))
    return _Asked(words, answer, replacements)


def loose_minimum(words: int) -> int:
    """How many of several words have to match: a third of them, rounded down, at least one."""
    return max(1, words // LOOSE_WORDS)


def _with_words(question: Question, words: QueryWords, at_least: int) -> Question:
    return replace(question, stems=words.stems, prefix=words.prefix, at_least=at_least)


def _results(query: str, page: int, size: int, asked: _Asked) -> SearchResults:
    answer = asked.answer
    corrected = None
    if asked.replacements and answer.types:
        titles = [found.stored["title"] for found in answer.found]
        corrected = corrected_text(query, asked.replacements, titles)
    return SearchResults(
        query=query,
        page=page,
        size=size,
        corrected=corrected,
        total=answer.total,
        hits=[_hit(found, asked.words) for found in answer.found],
        facets=_facets(answer),
    )


def _hit(found: Found, words: QueryWords) -> Hit:
    stored = found.stored
    shown = snippet(stored["passages"], stored["stems"], words.stems, words.prefix, words.language)
    return Hit(
        type=stored["type"],
        id=stored["id"],
        title=stored["title"],
        url=stored["url"],
        teaser=stored["teaser"],
        snippet=shown,
        leika=tuple(stored["leika"]),
        department=stored["department"],
        status=stored["status"],
        date=Date.fromisoformat(stored["date"]) if stored["date"] else None,
        score=round(found.score, 4),
    )


def _facets(answer: Answer) -> dict[str, list[FacetCount]]:
    """Counts by facet, the most frequent value first."""
    facets = {"type": [FacetCount(name, count) for name, count in answer.types.items()]}
    for token, count in answer.facets.items():
        name, _, value = token.partition("=")
        facets.setdefault(name, []).append(FacetCount(value, count))
    return {name: sorted(counts, key=lambda c: (-c.count, c.value)) for name, counts in facets.items()}
