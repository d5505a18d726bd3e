"""What is meant beyond the words: the matter that a query names, its neighbours, what an event asks for."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from search.engines.ranking import Weights
from search.vocabulary.life_events import LifeEvent, recognised_events
from search.vocabulary.matters import named_matters, neighbours

OBJECTS_OF_AN_EVENT = 12
REMEMBERED = 2048  # Queries; a city's citizens ask the same few hundred again and again.
# A single word names a matter more often than it tells what happened.
SHARE_OF_A_WORD = 0.4
# The page about an event stands first: it says what to do in which order.
SHARE_OF_ITS_PAGE = 2.0
# Neighbours of the likeliest matters only.
LIKELIEST = 2
# An event counts beside a matter that is named for sure when it is recognised as surely.
NEARLY_CERTAIN = 0.9
# Less than this moves nothing, and would only make the list longer.
LEAST = 2.0


@lru_cache(maxsize=REMEMBERED)
def meant(stems: tuple[str, ...]) -> tuple[dict[str, float], list[LifeEvent]]:
    """Matters with their likelihood, and events: the same for the same words."""
    return named_matters(stems), recognised_events(stems)


def lifted(stems: Sequence[str], weights: Weights) -> dict[str, float]:
    """LeiKa object, topic or event → score that it has for what is meant; empty where nothing is."""
    matters, events = meant(tuple(stems))
    certainty = max(matters.values(), default=0.0)
    share = 1.0 if len(stems) > 1 else SHARE_OF_A_WORD
    scores: dict[str, float] = {}
    for key, score in (*_by_event(events, share, certainty, weights), *_by_name(matters, weights)):
        scores[key] = max(scores.get(key, 0.0), score)
    return {key: score for key, score in scores.items() if score >= LEAST}


def _by_event(
    events: Sequence[LifeEvent], share: float, certainty: float, weights: Weights
) -> Iterator[tuple[str, float]]:
    """The first object of an event highest, later ones less; none where a matter is surely meant."""
    for event in (event for event in events if event.likelihood >= certainty * NEARLY_CERTAIN):
        score = weights.event * share * event.likelihood
        yield event.key, score * SHARE_OF_ITS_PAGE
        for place, key in enumerate(event.objects[:OBJECTS_OF_AN_EVENT]):
            yield key, score / (1 + weights.event_decay * place)


def _by_name(matters: Mapping[str, float], weights: Weights) -> Iterator[tuple[str, float]]:
    for key, likelihood in matters.items():
        yield key, weights.matter * likelihood
    for key in list(matters)[:LIKELIEST]:
        for place, near in enumerate(neighbours(key)):
            yield near, weights.neighbour * matters[key] / (1 + weights.neighbour_decay * place)
