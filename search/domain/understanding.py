"""What is done with words that nothing contains: taken apart, put together, corrected."""

import time
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache, partial

from search.analysis import stem
from search.analysis.compounds import parts_of
from search.domain.corrections import nearest
from search.domain.query_words import QueryWords
from search.engines import Engine

LEXICON_SECONDS = 300


@dataclass(frozen=True)
class Lexicon:
    """Words that something is called by, and their stems, with the number of documents."""

    words: dict[str, int]
    stems: dict[str, int]


@dataclass(frozen=True)
class Understood:
    """The words to ask for. `corrected`: typed word → what it was taken for."""

    words: QueryWords
    corrected: dict[str, str]


def understood(engine: Engine, words: QueryWords, spared: Collection[str] = ()) -> Understood:
    """Words that occur anywhere stay as they are, and those whose stems are `spared`. Raises EngineError."""
    lexicon = partial(lexicon_of, engine, words.language)
    if len(words.folded) > 1:
        words = _joined(words, lexicon())
    known = engine.known(words.stems).union(spared)
    replacements: dict[str, tuple[str, ...]] = {}
    corrected: dict[str, str] = {}
    for word, its_stem in zip(words.folded, words.stems, strict=True):
        if its_stem in known or (word == words.prefix and engine.begins_a_word(word)):
            continue
        # One wrong letter is likelier than an unheard-of compound, and that likelier than two.
        if better := nearest(word, lexicon().words, furthest=1):
            replacements[word], corrected[word] = (better,), better
        elif parts := parts_of(word, lexicon().stems, words.language):
            replacements[word] = parts
        elif better := nearest(word, lexicon().words):
            replacements[word], corrected[word] = (better,), better
    return Understood(words.replaced(replacements), corrected)


def _joined(words: QueryWords, lexicon: Lexicon) -> QueryWords:
    """`jagd schein` as `jagdschein`, where something is called so."""
    joined: list[str] = []
    for word in words.folded:
        both = joined[-1] + word if joined else ""
        if both in lexicon.words:
            joined[-1] = both
        else:
            joined.append(word)
    return QueryWords(words.language, tuple(joined))


def lexicon_of(engine: Engine, language: str) -> Lexicon:
    """Read again every five minutes. Raises EngineError."""
    return _lexicon(engine, language, int(time.time()) // LEXICON_SECONDS)


@lru_cache(maxsize=4)
def _lexicon(engine: Engine, language: str, _minute: int) -> Lexicon:
    words = engine.vocabulary(language)
    stems: dict[str, int] = {}
    for word, count in words.items():
        key = stem(word, language)
        stems[key] = stems.get(key, 0) + count
    return Lexicon(words, stems)
