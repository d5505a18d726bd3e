"""The limited search: what the database finds by names when no engine answers.

It knows titles, alternatives and everyday words; no texts, no typing errors, no life events. The same on
SQLite and PostgreSQL, with a few statements bounded by `CANDIDATES`.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, FloatField, IntegerField, Q, QuerySet, Sum, Value, When

from search.analysis import stem
from search.domain.names import WEIGHTS
from search.engines.questions import Answer, Found, Question, facet_token
from search.models import FindableName, NameStem

# Documents that are looked at, the best first: who finds more than this needs other words anyway.
CANDIDATES = 500
BEGINNINGS_LIMIT = 50
EXACT_TITLE = 10.0


@dataclass(frozen=True)
class _Match:
    """What the words are worth, and how many of them stand in the title."""

    score: float = 0.0
    title_words: int = 0


Matches = dict[int, _Match]


@dataclass(frozen=True)
class _Word:
    """A word of the question as the stems that count as it; a rare one is worth more."""

    stems: tuple[str, ...]
    worth: float


def search_names(question: Question) -> Answer:
    """Documents whose names hold enough of the words. Raises only DatabaseError."""
    matches = _matches(question) if question.stems else _listed(question)
    rows = {row["pk"]: row for row in _rows(matches)}
    wanted = [pk for pk in matches if pk in rows and _passes(rows[pk]["facets"], question.filters)]
    scores = {pk: _score(matches[pk], rows[pk], question) for pk in wanted}
    of_types = [pk for pk in wanted if not question.types or rows[pk]["type"] in question.types]
    of_types.sort(key=lambda pk: (-scores[pk], pk))
    page = of_types[question.offset : question.offset + question.size]
    shown = FindableName.objects.in_bulk(page)
    found = [Found(shown[pk].key, scores[pk], shown[pk].stored) for pk in page if pk in shown]
    if not question.counted:
        return Answer(found, len(found))
    facets = Counter(facet for pk in wanted for facet in rows[pk]["facets"])
    types = Counter(rows[pk]["type"] for pk in wanted)
    return Answer(found, len(of_types), types, facets)


def _matches(question: Question) -> Matches:
    """Name → score, the best first."""
    words = _words(question)
    known = [each for each in words if each.stems]
    if len(known) < question.at_least:
        return {}
    place = Case(*[When(stem__in=word.stems, then=Value(i)) for i, word in enumerate(known)])
    worth = Case(*[When(stem__in=word.stems, then=Value(word.worth)) for word in known])
    rows = (
        _stems(question)
        .filter(stem__in=[stem for word in known for stem in word.stems])
        .filter(**_visible(question, "name__"))
        .annotate(place=_typed(place, IntegerField()), worth=_typed(worth, FloatField()))
        .values("name_id")
        .annotate(
            words=Count("place", distinct=True),
            score=Sum(F("weight") * F("worth")),
            title_words=Count("place", distinct=True, filter=Q(weight__gte=WEIGHTS["title"])),
        )
        .filter(words__gte=question.at_least)
        .order_by("-words", "-score", "name_id")
    )
    if question.without:
        rows = rows.exclude(name__owner__record__in=question.without)
    if question.records:
        rows = rows.filter(name__owner__record__in=question.records)
    found = rows.values_list("name_id", "score", "title_words")[:CANDIDATES]
    return {pk: _Match(score, title_words) for pk, score, title_words in found}


def _listed(question: Question) -> Matches:
    """Documents of given records, without any words."""
    names = FindableName.objects.filter(owner__record__in=question.records, **_visible(question))
    return dict.fromkeys(names.values_list("pk", flat=True)[:CANDIDATES], _Match())


def _words(question: Question) -> list[_Word]:
    """The words with their alternatives; the last one, where nothing is called so, as a beginning."""
    asked = [(each, *_single(question.alternatives.get(each, ()))) for each in question.stems]
    frequency = dict(
        _stems(question)
        .filter(stem__in=[stem for stems in asked for stem in stems])
        .values("stem")
        .annotate(names=Count("pk"))
        .values_list("stem", "names")
    )
    words = [tuple(stem for stem in stems if stem in frequency) for stems in asked]
    if question.prefix and not words[-1]:
        words[-1] = _beginning_with(question)
    return [_Word(stems, _worth(sum(frequency.get(stem, 1) for stem in stems))) for stems in words]


def _beginning_with(question: Question) -> tuple[str, ...]:
    beginning = stem(question.prefix, question.language)
    known = _stems(question).filter(stem__startswith=beginning).values_list("stem", flat=True)
    return tuple(known.distinct()[:BEGINNINGS_LIMIT])


def _single(alternatives: Sequence[Sequence[str]]) -> list[str]:
    """Alternatives of one word; those of several are left to the engines."""
    return [stems[0] for stems in alternatives if len(stems) == 1]


def _worth(names: int) -> float:
    return 1 / math.log2(2 + names)


def _stems(question: Question) -> QuerySet[NameStem]:
    return NameStem.objects.filter(language=question.language).order_by()


def _visible(question: Question, path: str = "") -> dict[str, Any]:
    return {f"{path}language": question.language, f"{path}visible_until__gt": question.now}


def _typed(case: Case, output: IntegerField | FloatField) -> Case:
    case.output_field = output
    return case


def _rows(pks: Iterable[int]) -> Iterable[Mapping[str, Any]]:
    """What ranking and counting need: what is shown is read for the page alone."""
    names = FindableName.objects.filter(pk__in=list(pks))
    return names.values("pk", "type", "facets", "prior", "title_words")


def _passes(facets: Sequence[str], filters: Mapping[str, Sequence[str]]) -> bool:
    """Whether one of the values of every filter applies."""
    return all(
        any(facet_token(name, value) in facets for value in values) for name, values in filters.items()
    )


def _score(match: _Match, row: Mapping[str, Any], question: Question) -> float:
    """The words, how often the thing is wanted, and whether the words are the whole title."""
    is_title = match.title_words == row["title_words"] == len(question.stems)
    return float(match.score * row["prior"] + (EXACT_TITLE if is_title and question.stems else 0))


class NamesOnly:
    """Stands in for an engine that does not answer, as far as questions go."""

    def search(self, question: Question) -> Answer:
        return search_names(question)
