"""Snowball stems, remembered: a city's texts use the same few thousand words again and again."""

import threading
from functools import lru_cache

import Stemmer

from search.analysis.stop_words import is_stop_word
from search.analysis.verbs import infinitive

ALGORITHMS = {"de": "german", "de-simple": "german", "en": "english"}
GERMAN = "german"
REMEMBERED_STEMS = 20_000  # About 4 MB.
_of_thread = threading.local()


def is_german(language: str) -> bool:
    return ALGORITHMS.get(language) == GERMAN


class KnownStems(dict[str, str]):
    """Folded word → its stem, empty for a stop word. Whole texts are looked up here, which costs no call."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED_STEMS:
            self.clear()  # What is said again and again is soon back.
        found = "" if is_stop_word(word, self._language) else stem(word, self._language)
        self[word] = found
        return found


@lru_cache(maxsize=32)
def known_stems(language: str) -> KnownStems:
    """One for each language of the site."""
    return KnownStems(language)


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
