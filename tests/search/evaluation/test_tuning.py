"""Looking for weights."""

from collections.abc import Sequence
from dataclasses import replace

from search.engines.ranking import WEIGHTS, Weights
from search.evaluation.judgements import JudgedQuery
from search.evaluation.tuning import averaged, cross_validated, parts, tuned

QUERIES = [JudgedQuery(f"q{number}", "x", "exact", {}) for number in range(60)]


def likes_pairs(queries: Sequence[JudgedQuery], weights: Weights) -> float:
    """Best where pairs weigh 8."""
    return 1 / (1 + abs(weights.pair - 8))


def test_a_third_is_held_out_and_never_seen() -> None:
    ours, held = parts(QUERIES)

    assert {q.id for q in ours}.isdisjoint(q.id for q in held)
    assert 10 < len(held) < 30
    assert parts(QUERIES) == (ours, held)


def test_weights_move_to_what_is_better() -> None:
    found, reached = tuned(QUERIES, replace(WEIGHTS, pair=4.0), likes_pairs)

    assert found.pair == 8.0
    assert reached == 1.0
    assert found.fields == WEIGHTS.fields


def test_every_fold_is_judged_by_queries_it_was_not_tuned_on() -> None:
    seen: list[frozenset[str]] = []

    def mean(queries: Sequence[JudgedQuery], weights: Weights) -> float:
        seen.append(frozenset(query.id for query in queries))
        return 0.5

    folds = list(cross_validated(QUERIES, 3, WEIGHTS, mean))

    assert len(folds) == 3
    assert {len(ids) for ids in seen} == {20, 40}


def test_the_average_hardly_follows_one_fold() -> None:
    mean = averaged([WEIGHTS, WEIGHTS, replace(WEIGHTS, pair=WEIGHTS.pair * 2)])

    assert WEIGHTS.pair < mean.pair < WEIGHTS.pair * 1.3
