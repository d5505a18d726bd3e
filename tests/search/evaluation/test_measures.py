"""Measures of a ranking."""

import pytest

from search.evaluation.measures import interval, ndcg, score

GRADES = {"a": 3, "b": 2, "c": 1}


def test_the_best_order_is_worth_one() -> None:
    assert ndcg(["a", "b", "c"], GRADES) == pytest.approx(1.0)


def test_the_best_answer_further_down_is_worth_less() -> None:
    assert 0 < ndcg(["x", "a"], GRADES) < ndcg(["a", "x"], GRADES) < 1


def test_what_is_only_related_is_no_success() -> None:
    figures = score(["c", "b"], GRADES)

    assert (figures.success_1, figures.success_3, figures.recall, figures.nothing) == (0.0, 1.0, 0.5, 0.0)


def test_nothing_found_is_counted() -> None:
    assert score([], GRADES).nothing == 1.0


def test_an_interval_holds_the_mean_and_is_the_same_again() -> None:
    values = [0.0, 0.5, 1.0, 1.0]

    low, high = interval(values)

    assert low < 0.625 < high
    assert (low, high) == interval(values)
