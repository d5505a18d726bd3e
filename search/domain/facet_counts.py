"""How many results each value of each facet has, also of the facets that are narrowed already."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from search.domain.entries import TYPE_FACET
from search.domain.results import FacetCount
from search.engines.questions import Answer, Question

Ask = Callable[[Question], Answer]


def facet_counts(ask: Ask, question: Question, answer: Answer) -> dict[str, list[FacetCount]]:
    """Counts by facet, the most frequent value first.

    Where a facet is narrowed, its counts say what another of its values would add: that takes one more
    question for each such facet.
    """
    counts = _by_facet(answer)
    for narrowed in question.filters:
        others = {name: values for name, values in question.filters.items() if name != narrowed}
        wider = ask(replace(question, filters=others, offset=0, size=1))
        counts[narrowed] = _by_facet(wider).get(narrowed, {})
    return {
        name: sorted(
            (FacetCount(value, count) for value, count in found.items()),
            key=lambda facet: (-facet.count, facet.value),
        )
        for name, found in counts.items()
    }


def _by_facet(answer: Answer) -> dict[str, Mapping[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for token, count in answer.facets.items():
        name, _, value = token.partition("=")
        counts.setdefault(name, {})[value] = count
    return {**counts, TYPE_FACET: answer.types}
