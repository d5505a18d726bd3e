"""Cuts folded text into words."""

import re

# Elasticsearch's whitespace tokenizer cuts at 255 characters, nobody searches for longer than this.
WORD_CHARACTERS = 64
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Runs of letters and digits, in order; everything else parts words. Each at most 64 characters."""
    return [word[:WORD_CHARACTERS] for word in _WORD.findall(text)]
