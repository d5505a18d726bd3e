"""Beginnings of words with typing errors: `furersch` begins like `fuehrerschein`, almost."""

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.domain.corrections import DISTANCE_BY_LENGTH, nearest
from search.domain.lexicon import lexicon_of
from search.domain.query_words import QueryWords
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
    known = lexicon_of(engine, language)
    near: list[tuple[int, bool, int, str]] = []
    for length in (len(typed), len(typed) + 1, len(typed) - 1):
        beginnings = known.beginnings(length)
        found = process.extract(
            typed, beginnings.keys(), scorer=OSA.distance, score_cutoff=limit, limit=NEAREST
        )
        near += [(distance, text[0] != typed[0], -beginnings[text], text) for text, distance, _ in found]
    return min(near)[-1] if near else None
