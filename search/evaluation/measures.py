"""Measures of a ranking: nDCG@10, success@1 and @3, recall@10, and how sure their mean is."""

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DEPTH = 10
GOOD_GRADE = 2  # From here on an answer is useful.
RESAMPLES = 1000
SEED = 20201


@dataclass(frozen=True)
class Score:
    """One query's figures, each from 0 to 1."""

    ndcg: float
    success_1: float
    success_3: float
    recall: float
    nothing: float


def score(found: Sequence[str], grades: Mapping[str, int]) -> Score:
    """`found` are objects, best first."""
    good = {key for key, grade in grades.items() if grade >= GOOD_GRADE}
    top = found[:DEPTH]
    return Score(
        ndcg=ndcg(top, grades),
        success_1=float(bool(good & set(top[:1]))),
        success_3=float(bool(good & set(top[:3]))),
        recall=len(good & set(top)) / len(good) if good else 1.0,
        nothing=float(not top),
    )


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain of the first ten, with gain 2^grade − 1."""
    best = _gain(sorted(grades.values(), reverse=True)[:DEPTH])
    return _gain([grades.get(key, 0) for key in found[:DEPTH]]) / best if best else 0.0


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Where the mean lies in 95 of 100 samples of the same size (bootstrap with a fixed seed)."""
    chance = random.Random(SEED)  # noqa: S311
    means = sorted(sum(chance.choices(values, k=len(values))) / len(values) for _ in range(RESAMPLES))
    return means[int(RESAMPLES * 0.025)], means[int(RESAMPLES * 0.975) - 1]


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))
