"""Cuts a text into the short passages of which one is shown under a result."""

import re
from collections.abc import Iterable, Iterator

PASSAGE_CHARACTERS = 200
# What lies further down is found, but not shown: results stay small and quick.
SHOWN_CHARACTERS = 20_000
ELLIPSIS = "…"
_LINE_END = re.compile(r"\n+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ0-9„«(])")
_CLOSED = (".", "!", "?", ".“", ":")


def passages(text: str) -> list[str]:
    """Whole sentences joined up to some 200 characters; a longer sentence is cut between words, with `…`.

    A line without a full stop, such as a heading or an address, is never run into the next one.
    """
    result: list[str] = []
    for line in _LINE_END.split(text[:SHOWN_CHARACTERS]):
        for piece in _pieces(line):
            if result and result[-1].endswith(_CLOSED) and len(result[-1]) + len(piece) < PASSAGE_CHARACTERS:
                result[-1] = f"{result[-1]} {piece}"
            else:
                result.append(piece)
    return result


def passages_of_pages(pages: Iterable[tuple[int, str]]) -> Iterator[tuple[str, int]]:
    """Passages with the number of their page, of the first `SHOWN_CHARACTERS` of all pages together."""
    for number, text, left in _with_room(pages):
        yield from ((passage, number) for passage in passages(text[:left]))


def beyond_passages(pages: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Number and text of what is too far down to be shown."""
    return ((number, text[left:]) for number, text, left in _with_room(pages) if len(text) > left)


def _with_room(pages: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str, int]]:
    """Number, text on one line, and how much of it can be shown."""
    left = SHOWN_CHARACTERS
    for number, text in pages:
        line = " ".join(text.split())
        yield number, line, left
        left = max(left - len(line), 0)


def _pieces(line: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(line):
        rest = " ".join(sentence.split())
        while len(rest) > PASSAGE_CHARACTERS:
            # Room for the blanks and dots on both sides.
            cut = rest.rfind(" ", 0, PASSAGE_CHARACTERS - 2)
            cut = cut if cut > len(ELLIPSIS) + 1 else PASSAGE_CHARACTERS - 2
            yield f"{rest[:cut]} {ELLIPSIS}"
            rest = f"{ELLIPSIS} {rest[cut:].lstrip()}"
        if rest:
            yield rest
