"""Words that stand together, in any order: what sets `Ausweis verloren` apart from two coincidental words."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

# Of longer texts only neighbours are paired.
WORDS_OF_A_TERM = 5


def pairs(stems: Sequence[str]) -> Iterator[str]:
    """A token for each two of the stems."""
    different = list(dict.fromkeys(stems))
    together = combinations(different, 2) if len(different) <= WORDS_OF_A_TERM else pairwise(different)
    return ("+".join(sorted(pair)) for pair in together)


def whole(stems: Sequence[str]) -> str:
    """One token for all of the stems; empty for none."""
    return "=" + "+".join(sorted(set(stems))) if stems else ""
