"""Typing errors: the nearest word that something is called by."""

import re
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.analysis import fold

# Distance counts insertions, deletions, replacements and swapped neighbours.
DISTANCE_BY_LENGTH = ((8, 2), (4, 1))
NEAREST = 8
_WORD = re.compile(r"[^\W_]+")


def corrected_text(query: str, replacements: dict[str, str], texts: list[str]) -> str:
    """`query` with the replaced words, spelt as in `texts` (titles of what was found) where they occur."""
    spelling = {fold(word): word for text in reversed(texts) for word in _WORD.findall(text)}

    def better(match: re.Match[str]) -> str:
        replacement = replacements.get(fold(match[0]))
        return spelling.get(replacement, replacement) if replacement else match[0]

    return _WORD.sub(better, query)


def nearest(word: str, vocabulary: Mapping[str, int]) -> str | None:
    """Of the words at the smallest distance the most frequent one; the same first letter comes first."""
    limit = next((distance for length, distance in DISTANCE_BY_LENGTH if len(word) >= length), 0)
    if limit == 0:
        return None
    near = process.extract(word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=limit, limit=NEAREST)
    ranked = sorted((distance, name[0] != word[0], -vocabulary[name], name) for name, distance, _ in near)
    return ranked[0][-1] if ranked else None
