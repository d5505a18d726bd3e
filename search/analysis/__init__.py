"""How text becomes the tokens that both engines store and ask for: fold, tokenise, verbs, stop words, stem.

Each step is a small module of its own and tested alone. Whatever changes the tokens changes
`search.engines.layout`, and an index built with other tokens is rebuilt by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from search.analysis.fold import fold
from search.analysis.stems import is_german, known_stems, stem
from search.analysis.stop_words import is_stop_word
from search.analysis.tokens import words
from search.analysis.verbs import with_joined_verbs

__all__ = ["analyse", "analyse_lines", "fold", "folded_words", "is_stop_word", "stem", "words"]


def folded_words(text: str, language: str) -> list[str]:
    """The meaningful words of `text` as folded tokens, in order: what a prefix is compared with."""
    found = chain.from_iterable(_lines(text, language))
    return [word for word in found if not is_stop_word(word, language)]


def analyse(text: str, language: str) -> list[str]:
    """The tokens of `text`, in order and with repetitions. Never raises; letters and digits only.

    >>> analyse("Die Sperrmüll-Abholung in Groß-Gerau", "de")
    ['sperrmull', 'abhol', 'gross', 'gerau']
    """
    stems = known_stems(language)
    return [found for line in _lines(text, language) for word in line if (found := stems[word])]


def analyse_lines(lines: Iterable[str], language: str) -> list[list[str]]:
    """The tokens of each line, which holds no line break itself: quicker than one by one."""
    stems = known_stems(language)
    return [[found for word in line if (found := stems[word])] for line in _lines("\n".join(lines), language)]


def _lines(text: str, language: str) -> Iterator[Sequence[str]]:
    """Folded words of each line; a separated verb is put together within its line only."""
    lines = map(words, fold(text).split("\n"))
    return map(with_joined_verbs, lines) if is_german(language) else lines
