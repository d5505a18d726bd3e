"""Beginnings of words with typing errors: `furersch` begins like `fuehrerschein`, almost."""

import time
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.domain.corrections import DISTANCE_BY_LENGTH, nearest
from search.domain.query_words import QueryWords
from search.domain.understanding import LEXICON_SECONDS, lexicon_of
from search.engines import Engine

SHORTEST = 4
LONGEST = 24
# Words far down the list would only be found by what hardly anybody looks for.
NEAREST = 8


def completed(engine: Engine, words: QueryWords) -> QueryWords | None:
    """The same words with their errors mended, the last one taken as a beginning; None where nothing is near.

    Raises EngineError.
    """
    known = lexicon_of(engine, words.language)
    *whole, last = words.folded
    mended = [
        word if stem in known.stems else nearest(word, known.words)
        for word, stem in zip(whole, words.stems, strict=False)
    ]
    beginning = last if engine.begins_a_word(last) else _nearest_beginning(engine, words.language, last)
    if beginning is None or None in mended:
        return None
    found = QueryWords(words.language, tuple(dict.fromkeys([*(word for word in mended if word), beginning])))
    return found if found != words else None


def _nearest_beginning(engine: Engine, language: str, typed: str) -> str | None:
    """Of the beginnings of known words, as long as `typed` or a letter less or more, the nearest one."""
    limit = next((distance for length, distance in DISTANCE_BY_LENGTH if len(typed) >= length), 0)
    if limit == 0 or not SHORTEST <= len(typed) <= LONGEST:
        return None
    minute = int(time.time()) // LEXICON_SECONDS
    near: list[tuple[int, bool, int, str]] = []
    for length in (len(typed), len(typed) + 1, len(typed) - 1):
        beginnings = _beginnings(engine, language, length, minute)
        found = process.extract(
            typed, beginnings.keys(), scorer=OSA.distance, score_cutoff=limit, limit=NEAREST
        )
        near += [(distance, text[0] != typed[0], -beginnings[text], text) for text, distance, _ in found]
    return min(near)[-1] if near else None


@lru_cache(maxsize=32)
def _beginnings(engine: Engine, language: str, length: int, _minute: int) -> dict[str, int]:
    """Beginnings of this length with the number of documents that have such a word."""
    counts: dict[str, int] = {}
    for word, count in lexicon_of(engine, language).words.items():
        if len(word) >= length:
            counts[word[:length]] = counts.get(word[:length], 0) + count
    return counts
