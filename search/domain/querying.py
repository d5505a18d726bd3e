"""Asking: most of the words as they are meant, then any of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from itertools import chain

import structlog
from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from search.analysis.phrases import pairs, whole
from search.domain.corrections import corrected_text
from search.domain.facet_counts import facet_counts
from search.domain.guidance import Alternatives, alternatives_for, placements_for
from search.domain.intents import lifted
from search.domain.limited import NamesOnly
from search.domain.placing import answer_with_placed, record_of
from search.domain.query_words import QueryWords, cleaned
from search.domain.results import Hit, SearchResults
from search.domain.snippets import snippet
from search.domain.understanding import Understood, understood
from search.engines import Engine, engine
from search.engines.base import EngineError
from search.engines.patience import patience
from search.engines.questions import Answer, Found, Question
from search.engines.ranking import WEIGHTS, Weights
from search.registries import Guide, guides

SIZE_LIMIT = 100

log = structlog.get_logger(__name__)


def search(
    q: str,
    *,
    language: str = "de",
    types: Sequence[str] = (),
    filters: Mapping[str, Sequence[str]] | None = None,
    page: int = 1,
    size: int = 20,
    exact: bool = False,
    guided_by: Iterable[Guide] | None = None,
    weights: Weights = WEIGHTS,
) -> SearchResults:
    """Documents of `language` for what somebody typed, German ones where it has none. Any text is answered.

    `filters` maps a facet to values of which one must apply. `page` counts from 1, `size` goes up
    to 100; values outside are moved to the nearest sensible one. `exact` takes the words as they were
    typed, also those that occur nowhere. `guided_by` replaces the guides that are registered. When the
    engine cannot answer in time, the results are `limited` to what the database knows by name; when that
    cannot answer either, they are empty and not `ready`.
    """
    query = cleaned(q)
    page, size = max(page, 1), min(max(size, 1), SIZE_LIMIT)
    question = Question(
        language=language,
        stems=(),
        at_least=0,
        now=int(timezone.now().timestamp()),
        types=tuple(types),
        filters={name: tuple(values) for name, values in (filters or {}).items() if values},
        offset=(page - 1) * size,
        size=size,
        weights=weights,
    )
    asked_guides = list(guides if guided_by is None else guided_by)
    try:
        with patience():
            return _search(engine(), query, question, asked_guides, exact)
    except EngineError as error:
        log.warning("search.limited", error=type(error).__name__)
    try:
        return replace(_search(NamesOnly(), query, question, asked_guides, exact), limited=True)
    except DatabaseError as error:
        log.warning("search.unavailable", error=type(error).__name__)
        return SearchResults(query, page, size, ready=False)


def _search(
    source: Engine | NamesOnly, query: str, question: Question, asked_guides: list[Guide], exact: bool
) -> SearchResults:
    page = question.offset // question.size + 1
    results = SearchResults(query, page, question.size, language=question.language)
    for asked in _attempts(source, query, question, asked_guides, exact):
        if asked.answer.types or asked.question.language == question.language:
            results = _results(query, page, source, asked)
        if results.facets.get("type"):
            break
    return results


@dataclass(frozen=True)
class _Asked:
    """The words that were asked in the end, and what came back."""

    words: QueryWords
    question: Question
    answer: Answer
    corrected: dict[str, str]
    alternatives: Alternatives
    placed: frozenset[str]


def _attempts(
    source: Engine | NamesOnly, query: str, question: Question, asked_guides: list[Guide], exact: bool
) -> Iterator[_Asked]:
    """Enough of the words in the language of the question, then in German; after that any word, as before.

    German documents know what they are called in English: they answer better than one in English that has
    a single word of many.
    """
    in_vain = []
    for language in dict.fromkeys((question.language, settings.LANGUAGE_CODE)):
        words = QueryWords.of(query, language)
        if words.folded:
            asked = _ask(source, words, replace(question, language=language), asked_guides, exact)
            yield asked
            in_vain.append(asked)
    for asked in in_vain:
        several = len(asked.words.folded) > 1
        if not asked.answer.types and several and not _finds_without_filters(source, asked.question):
            fewer = replace(asked.question, at_least=1)
            yield replace(asked, question=fewer, answer=source.search(fewer))


def _ask(
    source: Engine | NamesOnly,
    typed: QueryWords,
    question: Question,
    asked_guides: list[Guide],
    exact: bool,
) -> _Asked:
    """One question besides the placed records."""
    known = alternatives_for(asked_guides, typed).keys()
    if exact or isinstance(source, NamesOnly):
        meant = Understood(typed, {})
    else:
        meant = understood(source, typed, known)
    words = meant.words
    alternatives = alternatives_for(asked_guides, words)
    question = replace(question, alternatives=alternatives)
    placements = placements_for(asked_guides, typed)
    question = _with_words(question, words, enough_words(len(words.folded)))
    answer = answer_with_placed(source.search, question, placements)
    placed = frozenset(placement.record for placement in placements)
    return _Asked(words, question, answer, meant.corrected, alternatives, placed)


def _finds_without_filters(source: Engine | NamesOnly, question: Question) -> bool:
    """Whether it was the filters that left nothing: then fewer words would not be what was asked for."""
    return bool(question.filters and source.search(replace(question, filters={}, offset=0, size=1)).types)


def enough_words(words: int) -> int:
    """How many of several words have to match: three fifths, rounded up. More of them rank higher anyway."""
    return -(-words * 3 // 5)


def _with_words(question: Question, words: QueryWords, at_least: int) -> Question:
    return replace(
        question,
        stems=words.stems,
        prefix=words.prefix,
        at_least=at_least,
        phrases=tuple(pairs(words.stems)),
        whole=whole(words.stems),
        lifted=lifted(words.stems, question.weights),
    )


def _results(query: str, page: int, source: Engine | NamesOnly, asked: _Asked) -> SearchResults:
    answer = asked.answer
    alternatives = chain.from_iterable(chain.from_iterable(asked.alternatives.values()))
    wanted = (*asked.words.stems, *alternatives)
    corrected = None
    if asked.corrected and answer.types:
        titles = [found.stored["title"] for found in answer.found]
        corrected = corrected_text(query, asked.corrected, titles)
    return SearchResults(
        query=query,
        page=page,
        size=asked.question.size,
        corrected=corrected,
        total=answer.total,
        hits=[_hit(found, asked, wanted) for found in answer.found],
        facets=facet_counts(source.search, asked.question, answer),
        language=asked.words.language,
    )


def _hit(found: Found, asked: _Asked, wanted: Sequence[str]) -> Hit:
    """`wanted` are the stems that its snippet shows."""
    stored, words = found.stored, asked.words
    record = record_of(found, words.language)
    shown = snippet(stored, wanted, words.prefix, words.language)
    return Hit(
        type=stored["type"],
        id=stored["id"],
        title=stored["title"],
        url=f"{stored['url']}#page={shown.page}" if shown.page else stored["url"],
        teaser=stored["teaser"],
        snippet=shown.text,
        page=shown.page,
        leika=tuple(stored["leika"]),
        department=stored["department"],
        status=stored["status"],
        date=Date.fromisoformat(stored["date"]) if stored["date"] else None,
        score=round(found.score, 4),
        online=stored.get("online", False),  # An index of yesterday has none.
        record=record,
        placed=record in asked.placed,
    )
