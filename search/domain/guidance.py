"""What all guides together say about a question: words that count as others, records with a fixed place."""

from collections.abc import Iterable, Mapping

from search.domain.query_words import QueryWords
from search.registries import Guide, Placement

# Of all alternatives to all words: what one question may ask for besides itself.
ALTERNATIVE_STEMS_LIMIT = 60

Alternatives = Mapping[str, tuple[tuple[str, ...], ...]]


def alternatives_for(guides: Iterable[Guide], words: QueryWords) -> Alternatives:
    """By stem, each alternative once, in the order of the guides; those beyond sixty stems are left out."""
    found: dict[str, dict[tuple[str, ...], None]] = {}
    for guide in guides:
        for stem, others in guide.alternatives(words.language, words.stems).items():
            found.setdefault(stem, {}).update(dict.fromkeys(others))
    left = ALTERNATIVE_STEMS_LIMIT
    kept: dict[str, tuple[tuple[str, ...], ...]] = {}
    for stem, asked in found.items():
        fitting = []
        for other in asked:
            left -= len(other)
            if left >= 0:
                fitting.append(other)
        kept[stem] = tuple(fitting)
    return kept


def placements_for(guides: Iterable[Guide], words: QueryWords) -> list[Placement]:
    """By position, each record once and each position at most once: who is second at one moves down."""
    asked = (placement for guide in guides for placement in guide.placements(words.language, words.stems))
    placed: dict[str, Placement] = {}
    free = 1
    for placement in sorted(asked, key=lambda each: each.position):
        if placement.record not in placed:
            position = max(placement.position, free)
            placed[placement.record] = Placement(placement.record, position)
            free = position + 1
    return list(placed.values())
