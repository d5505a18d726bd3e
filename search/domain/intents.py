"""What somebody needs for whom something happened, though no word of it was typed."""

from collections.abc import Sequence

from search.engines.ranking import Weights
from search.vocabulary.life_events import life_events

OBJECTS_OF_AN_EVENT = 12
# A single word names a matter more often than it tells what happened.
SHARE_OF_A_WORD = 0.4


def lifted(stems: Sequence[str], weights: Weights) -> dict[str, float]:
    """LeiKa object → score, the first object of the likeliest life event highest; empty without an event."""
    scores: dict[str, float] = {}
    share = 1.0 if len(stems) > 1 else SHARE_OF_A_WORD
    for found in life_events().recognised(stems):
        for place, key in enumerate(found.event.objects[:OBJECTS_OF_AN_EVENT]):
            score = share * weights.event * found.likelihood / (1 + weights.event_decay * place)
            scores[key] = max(scores.get(key, 0.0), score)
    return scores
