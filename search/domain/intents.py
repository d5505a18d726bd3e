"""What is meant, beyond the words: the matter that a query names, its neighbours, and what an event asks for."""

from collections.abc import Iterator, Sequence

from search.engines.ranking import Weights
from search.vocabulary.life_events import recognised_events
from search.vocabulary.matters import named_matters, neighbours

OBJECTS_OF_AN_EVENT = 12
# A single word names a matter more often than it tells what happened.
SHARE_OF_A_WORD = 0.4
# Neighbours of the likeliest matters only.
LIKELIEST = 2


def lifted(stems: Sequence[str], weights: Weights) -> dict[str, float]:
    """LeiKa object → score that it has for what is meant; empty where nothing is recognised."""
    scores: dict[str, float] = {}
    for key, score in (*_by_event(stems, weights), *_by_name(stems, weights)):
        scores[key] = max(scores.get(key, 0.0), score)
    return scores


def _by_event(stems: Sequence[str], weights: Weights) -> Iterator[tuple[str, float]]:
    """The first object of an event highest, later ones less."""
    share = 1.0 if len(stems) > 1 else SHARE_OF_A_WORD
    for event in recognised_events(stems):
        for place, key in enumerate(event.objects[:OBJECTS_OF_AN_EVENT]):
            yield key, weights.event * share * event.likelihood / (1 + weights.event_decay * place)


def _by_name(stems: Sequence[str], weights: Weights) -> Iterator[tuple[str, float]]:
    matters = named_matters(stems)
    for key, likelihood in matters.items():
        yield key, weights.matter * likelihood
    for key in list(matters)[:LIKELIEST]:
        for place, near in enumerate(neighbours(key)):
            yield near, weights.neighbour * matters[key] / (1 + weights.neighbour_decay * place)
