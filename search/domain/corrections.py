"""Typing errors: the nearest word that something is called by."""

import re
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.analysis import fold
from search.analysis.sounds import sound

# Distance counts insertions, deletions, replacements and swapped neighbours.
DISTANCE_BY_LENGTH = ((8, 2), (4, 1))
NEAREST = 12
# Neighbours on a German keyboard, row by row and between the rows.
_ROWS = ("qwertzuiopü", "asdfghjklöä", "yxcvbnm")
_WORD = re.compile(r"[^\W_]+")


def corrected_text(query: str, replacements: dict[str, str], texts: list[str]) -> str:
    """`query` with the replaced words, spelt as in `texts` (titles of what was found) where they occur."""
    spelling = {fold(word): word for text in reversed(texts) for word in _WORD.findall(text)}

    def better(match: re.Match[str]) -> str:
        replacement = replacements.get(fold(match[0]))
        return spelling.get(replacement, replacement) if replacement else match[0]

    return _WORD.sub(better, query)


def nearest(word: str, vocabulary: Mapping[str, int], furthest: int = 2) -> str | None:
    """The word that was most likely meant, at most `furthest` errors away; None where nothing is near.

    Of words equally far the one that sounds the same, then one whose letters lie beside those typed, then
    one with the same first letter, then the most frequent.
    """
    allowed = next((distance for length, distance in DISTANCE_BY_LENGTH if len(word) >= length), 0)
    limit = min(allowed, furthest)
    if limit == 0:
        return None
    near = process.extract(word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=limit, limit=NEAREST)
    heard = sound(word)
    ranked = sorted(
        (
            distance,
            sound(name) != heard,
            not _slipped(word, name),
            name[0] != word[0],
            -vocabulary[name],
            name,
        )
        for name, distance, _ in near
    )
    return ranked[0][-1] if ranked else None


def _slipped(typed: str, meant: str) -> bool:
    """Whether the words differ in letters only that lie beside each other on the keyboard."""
    if len(typed) != len(meant):
        return False
    return all(a == b or b in _BESIDE.get(a, "") for a, b in zip(typed, meant, strict=True))


def _neighbours() -> dict[str, str]:
    beside: dict[str, str] = {}
    for number, row in enumerate(_ROWS):
        for place, letter in enumerate(row):
            around = [row[max(place - 1, 0) : place + 2]]
            if number:
                around.append(_ROWS[number - 1][place : place + 2])
            if number + 1 < len(_ROWS):
                around.append(_ROWS[number + 1][max(place - 1, 0) : place + 1])
            beside[letter] = "".join(around).replace(letter, "")
    return beside


_BESIDE = _neighbours()
