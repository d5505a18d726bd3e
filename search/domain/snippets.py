"""The sentence under a result that shows why it is there."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis import fold, stem

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Snippet:
    """Escaped HTML in which only `<mark>` stands, and the number of the page it is from; 0 without pages."""

    text: SafeString
    page: int


def snippet(stored: Mapping[str, Any], wanted: Iterable[str], prefix: str, language: str) -> Snippet:
    """The passage of a stored document (`entries._stored`) that holds most of the `wanted` stems.

    The first line is the teaser and wins a tie. Where the best line is a page whose text is not kept, or
    nothing matches, it is the first line that says something.
    """
    needles = set(wanted)
    lines = stored["passages"].split("\n")
    best = _best_line(stored["stems"], needles)
    text = lines[best] if best is not None else ""
    places = stored.get("places")  # An index of yesterday has none.
    return Snippet(
        highlighted(text or next(filter(None, lines), ""), needles, prefix, language),
        places[best] if places and best is not None else 0,
    )


def highlighted(text: str, wanted: set[str], prefix: str, language: str) -> SafeString:
    """`text` escaped, words with a wanted stem or beginning marked."""
    parts: list[str] = []
    end = 0
    for match in _WORD.finditer(text):
        if _matches(match[0], wanted, prefix, language):
            parts += [escape(text[end : match.start()]), f"<mark>{escape(match[0])}</mark>"]
            end = match.end()
    return mark_safe("".join([*parts, escape(text[end:])]))


def _matches(word: str, wanted: set[str], prefix: str, language: str) -> bool:
    folded = _folded(word)
    return stem(folded, language) in wanted or bool(prefix and folded.startswith(prefix))


@lru_cache(maxsize=8192)
def _folded(word: str) -> str:
    """Words of results come again and again; about 1 MB."""
    return fold(word)


def _best_line(stems: str, wanted: set[str]) -> int | None:
    """Number of the line with most different stems, by searching the whole text once per stem."""
    score: dict[int, int] = {}
    for needle in wanted:
        for line in _lines_with(f" {needle} ", stems):
            score[line] = score.get(line, 0) + 1
    return min(score, key=lambda line: (-score[line], line), default=None)


def _lines_with(needle: str, text: str) -> Iterable[int]:
    line, start = 0, 0
    while (found := text.find(needle, start)) >= 0:
        line += text.count("\n", start, found)
        yield line
        line_end = text.find("\n", found)
        if line_end < 0:
            return
        line, start = line + 1, line_end + 1
