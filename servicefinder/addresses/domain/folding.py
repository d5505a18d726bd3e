"""Names of streets as they are compared: `Lindenstr.`, `linden-straße` and `LINDENSTRASSE` are one."""

import re

from search.analysis import fold

_WORDS = re.compile(r"[^\W_]+")
# `Str.` alone or at the end of a word; `Pl.` needs its dot, since words may end in these letters.
_STREET = re.compile(r"str\b\.?|str(?:aa?s|as+)e?\b", re.IGNORECASE)
_SHORT_ENDINGS = (
    (re.compile(r"pl\."), "platz"),
    (re.compile(r"\bst\."), "sankt "),
    (re.compile(r"\bdr\."), "doktor "),
)


def words_of(name: str) -> list[str]:
    """The words of a name, folded, short forms written out: `An d. Alten Brücke` → an, d, alten, bruecke."""
    text = fold(name)
    for ending, full in _SHORT_ENDINGS:
        text = ending.sub(full, text)
    return _WORDS.findall(_STREET.sub("strasse ", text))


def folded_street(name: str) -> str:
    """The key of a street: its words without blanks. Two streets of one place never share it. Idempotent."""
    return "".join(words_of(name))
