"""Finds weights: one after the other is moved as long as the judged queries are answered better.

A third of the queries is held out by their ids and never looked at; the rest is cross-validated in folds, so
that the figure says what to expect of queries that nobody has seen.
"""

import hashlib
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from search.engines.ranking import Weights
from search.evaluation.judgements import JudgedQuery

FACTORS = (0.5, 0.75, 1.35, 2.0)
ROUNDS = 2
HELD_OUT = 3  # One in so many.
# Less than this is chance.
GAIN = 0.001
NUMBERS = (
    "other_fields",
    "exact_title",
    "exact_term",
    "pair",
    "event",
    "event_decay",
    "matter",
    "neighbour",
    "neighbour_decay",
)

Mean = Callable[[Sequence[JudgedQuery], Weights], float]


@dataclass(frozen=True)
class Fold:
    """Weights found on all folds but one, and how good they are on that one."""

    weights: Weights
    on_others: float
    on_own: float


def parts(queries: Sequence[JudgedQuery]) -> tuple[list[JudgedQuery], list[JudgedQuery]]:
    """Queries to tune on, and the third that is held out; the same ones every time."""
    held = [query for query in queries if _number(query) % HELD_OUT == 0]
    return [query for query in queries if query not in held], held


def cross_validated(queries: Sequence[JudgedQuery], folds: int, start: Weights, mean: Mean) -> Iterator[Fold]:
    """One result per fold. `mean` gives the mean nDCG@10 of queries with weights."""
    for number in range(folds):
        own = [query for place, query in enumerate(queries) if place % folds == number]
        others = [query for place, query in enumerate(queries) if place % folds != number]
        found, reached = tuned(others, start, mean)
        yield Fold(found, reached, mean(own, found))


def tuned(queries: Sequence[JudgedQuery], start: Weights, mean: Mean) -> tuple[Weights, float]:
    """Better weights, and the mean that they reach."""
    best, reached = start, mean(queries, start)
    for _ in range(ROUNDS):
        before = reached
        for neighbours in _moves(best):
            for moved in neighbours(best):
                value = mean(queries, moved)
                if value > reached + GAIN:
                    best, reached = moved, value
        if reached == before:
            break
    return best, reached


def averaged(found: Sequence[Weights]) -> Weights:
    """The geometric mean of each weight: what only one fold wishes for hardly moves it."""
    first = found[0]
    fields = {name: _mean([weights.fields[name] for weights in found]) for name in first.fields}
    return replace(
        first, fields=fields, **{name: _mean([getattr(w, name) for w in found]) for name in NUMBERS}
    )


def _mean(values: Sequence[float]) -> float:
    return round(math.prod(values) ** (1 / len(values)), 2)


def _moves(weights: Weights) -> list[Callable[[Weights], list[Weights]]]:
    """For every weight, a function that gives the weights with that one moved."""

    def number(name: str) -> Callable[[Weights], list[Weights]]:
        return lambda w: [replace(w, **{name: round(getattr(w, name) * factor, 3)}) for factor in FACTORS]

    def field(name: str) -> Callable[[Weights], list[Weights]]:
        return lambda w: [
            replace(w, fields={**w.fields, name: round(w.fields[name] * factor, 3)}) for factor in FACTORS
        ]

    return [*(field(name) for name in weights.fields), *(number(name) for name in NUMBERS)]


def _number(query: JudgedQuery) -> int:
    return int(hashlib.sha256(query.id.encode()).hexdigest(), 16)
