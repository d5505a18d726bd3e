"""What the rhythms of tours must not do: empty one bin twice."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

from ..enums import RhythmKind
from ..models import Plan, Rhythm
from .outlooks import bins_of, houses_of


class Doubled(NamedTuple):
    """So many houses would get a fraction from two tours; `tour` is one of those in question."""

    tour: str
    fraction_id: int
    other: str
    houses: int


def clashing_seasons(rhythms: Iterable[tuple[Hashable, Any, Rhythm]]) -> Iterator[tuple[Any, Any]]:
    """Of (tour, name, rhythm) the names of pairs that hold at the same time for one tour and fraction.

    Seasons follow each other; single days may come in addition.
    """
    by_bin: dict[tuple[Hashable, int], list[tuple[Any, Rhythm]]] = {}
    for tour, name, rhythm in rhythms:
        if rhythm.kind != RhythmKind.LISTED:
            by_bin.setdefault((tour, rhythm.fraction_id), []).append((name, rhythm))
    for rows in by_bin.values():
        for (first, one), (second, other) in combinations(rows, 2):
            if one.valid_from <= other.valid_until and other.valid_from <= one.valid_until:
                yield first, second


def doubled_by(plan: Plan, bins: dict[str, set[int]]) -> list[Doubled]:
    """What houses would get twice if these tours took these fractions. Three queries."""
    all_bins = bins_of(plan) | bins
    found: Counter[tuple[str, int, str]] = Counter()
    for codes, count in Counter(houses_of(plan).values()).items():
        for one, other in combinations(codes, 2):
            for fraction_id in all_bins.get(one, set()) & all_bins.get(other, set()):
                for code, second in ((one, other), (other, one)):
                    if code in bins:
                        found[code, fraction_id, second] += count
    return [Doubled(*key, houses) for key, houses in found.items()]
