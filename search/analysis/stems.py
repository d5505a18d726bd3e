"""Snowball stems, remembered: a city's texts use the same few thousand words again and again."""

import threading
from functools import lru_cache

import Stemmer

from search.analysis.verbs import infinitive

ALGORITHMS = {"de": "german", "de-simple": "german", "en": "english"}
GERMAN = "german"
REMEMBERED_STEMS = 20_000  # About 4 MB.
_of_thread = threading.local()


def is_german(language: str) -> bool:
    return ALGORITHMS.get(language) == GERMAN


@lru_cache(maxsize=REMEMBERED_STEMS)
def stem(word: str, language: str) -> str:
    """The stem of a folded word; the word itself in a language without an algorithm.

    Snowball's German reads `ae` as `ä` and drops the dots, so `mull`, `muell` and `müll` meet.
    """
    algorithm = ALGORITHMS.get(language)
    if is_german(language):
        word = infinitive(word)
    return _stemmer(algorithm).stemWord(word) if algorithm else word


def _stemmer(algorithm: str) -> Stemmer.Stemmer:
    """One per thread: a stemmer must not be used by two threads at once."""
    stemmers: dict[str, Stemmer.Stemmer] = _of_thread.__dict__
    if algorithm not in stemmers:
        stemmers[algorithm] = Stemmer.Stemmer(algorithm, 0)
    return stemmers[algorithm]
