"""How text becomes the tokens that both engines store and ask for: fold, tokenise, stop words, stem.

Each step is a small module of its own and tested alone. Whatever changes the tokens changes
`search.engines.layout`, and an index built with other tokens is rebuilt by itself.
"""

from search.analysis.fold import fold
from search.analysis.stems import stem
from search.analysis.stop_words import is_stop_word
from search.analysis.tokens import words

__all__ = ["analyse", "fold", "folded_words", "is_stop_word", "stem", "words"]


def folded_words(text: str, language: str) -> list[str]:
    """The meaningful words of `text` as folded tokens, in order: what a prefix is compared with."""
    return [word for word in words(fold(text)) if not is_stop_word(word, language)]


def analyse(text: str, language: str) -> list[str]:
    """The tokens of `text`, in order and with repetitions. Never raises; letters and digits only.

    >>> analyse("Die Sperrmüll-Abholung in Groß-Gerau", "de")
    ['sperrmull', 'abhol', 'gross', 'gerau']
    """
    return [stem(word, language) for word in folded_words(text, language)]
