"""German writes words together: an unknown word is taken apart into two that something is called by."""

from collections.abc import Mapping

from search.analysis.stems import stem

# `Hund-e-steuer`, `Antrag-s-formular`, `Kind-er-garten`: what German puts between the parts.
LINKS = ("", "s", "es", "e", "n", "en", "er")
SHORTEST_PART = 3


def parts_of(word: str, known: Mapping[str, float], language: str) -> tuple[str, str] | None:
    """Two words of `known` (by stem) that make up `word`; None where there are none.

    Of several ways the one whose shorter part is longest: `sperrmull|abholung`, never `sper|rmull…`.
    """
    best: tuple[int, int, str, str] | None = None
    for end in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head, tail = word[:end], word[end:]
        if stem(tail, language) not in known:
            continue
        for link in LINKS:
            first = head.removesuffix(link) if link else head
            if len(first) < SHORTEST_PART or (link and first == head) or stem(first, language) not in known:
                continue
            found = (min(len(first), len(tail)), -len(link), first, tail)
            best = max(best, found) if best else found
    return best[2:] if best else None
