"""What is done with words that nothing contains: taken apart, put together, corrected."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from search.analysis.compounds import parts_of
from search.domain.corrections import nearest
from search.domain.lexicon import Lexicon, lexicon_of
from search.domain.query_words import QueryWords
from search.engines import Engine

# Who mistypes more words than these is not looking for words of ours; each costs a look at all of them.
UNKNOWN_WORDS = 4


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
    for word in _unknown(engine, words, known)[:UNKNOWN_WORDS]:
        # One wrong letter is likelier than an unheard-of compound, and that likelier than two.
        if better := nearest(word, lexicon().words, furthest=1):
            replacements[word], corrected[word] = (better,), better
        elif parts := parts_of(word, lexicon().stems, words.language):
            replacements[word] = parts
        elif better := nearest(word, lexicon().words):
            replacements[word], corrected[word] = (better,), better
    return Understood(words.replaced(replacements), corrected)


def _unknown(engine: Engine, words: QueryWords, known: Collection[str]) -> list[str]:
    """Words that nothing contains; the last one may be the beginning of one."""
    return [
        word
        for word, its_stem in zip(words.folded, words.stems, strict=True)
        if its_stem not in known and not (word == words.prefix and engine.begins_a_word(word))
    ]


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
