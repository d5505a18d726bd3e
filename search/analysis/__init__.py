"""How text becomes the tokens that both engines store and ask for: fold, tokenise, verbs, stop words, stem.

Each step is a small module of its own and tested alone. Whatever changes the tokens changes
`search.engines.layout`, and an index built with other tokens is rebuilt by itself.
"""

from collections.abc import Sequence
from itertools import chain

from search.analysis.fold import fold
from search.analysis.stems import is_german, stem
from search.analysis.stop_words import is_stop_word
from search.analysis.tokens import words
from search.analysis.verbs import with_joined_verbs

__all__ = ["analyse", "fold", "folded_words", "is_stop_word", "stem", "words"]


def folded_words(text: str, language: str) -> list[str]:
    """The meaningful words of `text` as folded tokens, in order: what a prefix is compared with."""
    found = chain.from_iterable(_sentence(line, language) for line in fold(text).split("\n"))
    return [word for word in found if not is_stop_word(word, language)]


def _sentence(line: str, language: str) -> Sequence[str]:
    return with_joined_verbs(words(line)) if is_german(language) else words(line)


def analyse(text: str, language: str) -> list[str]:
    """The tokens of `text`, in order and with repetitions. Never raises; letters and digits only.

    >>> analyse("Die Sperrmüll-Abholung in Groß-Gerau", "de")
    ['sperrmull', 'abhol', 'gross', 'gerau']
    """
    return [stem(word, language) for word in folded_words(text, language)]
