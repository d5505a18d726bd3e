"""How a German word sounds, roughly: people write `Fürerschein`, `Pasport` and `Anwonerparken` by ear."""

import re

# In order: the longer spellings first. Folded spelling; the first letter of a word may change, too.
_SOUNDS = (
    (re.compile("sch"), "š"),
    (re.compile("ph|v|w"), "f"),
    (re.compile("th|dt|d"), "t"),
    (re.compile("ck|c|q|g|k"), "k"),
    (re.compile("tz|z|ß|ss"), "s"),
    (re.compile("x|chs"), "ks"),
    (re.compile("ie|y|ue"), "i"),
    (re.compile("aeu|eu|oi"), "o"),
    (re.compile("ai|ei|ay|ey"), "ä"),
    (re.compile("ae|oe"), "e"),
    (re.compile("p"), "b"),
    (re.compile("(?<=[aeiouä])h"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def sound(word: str) -> str:
    """A key that words of the same sound share; never empty for a word."""
    for spelling, letter in _SOUNDS:
        word = spelling.sub(letter, word)
    return word
