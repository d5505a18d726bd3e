"""Cuts a text into the short passages of which one is shown under a result."""

import re
from collections.abc import Iterator

PASSAGE_CHARACTERS = 200
# What lies further down is found, but not shown: results stay small and quick.
SHOWN_CHARACTERS = 20_000
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ0-9„«(])|\n+")


def passages(text: str) -> list[str]:
    """Whole sentences joined up to some 200 characters; a longer sentence is cut between words."""
    result: list[str] = []
    for piece in _pieces(text[:SHOWN_CHARACTERS]):
        if result and len(result[-1]) + len(piece) < PASSAGE_CHARACTERS:
            result[-1] = f"{result[-1]} {piece}"
        else:
            result.append(piece)
    return result


def _pieces(text: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(text):
        rest = " ".join(sentence.split())
        while len(rest) > PASSAGE_CHARACTERS:
            cut = rest.rfind(" ", 0, PASSAGE_CHARACTERS)
            cut = cut if cut > 0 else PASSAGE_CHARACTERS
            yield rest[:cut]
            rest = rest[cut:].lstrip()
        if rest:
            yield rest
