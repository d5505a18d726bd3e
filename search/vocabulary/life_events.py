"""What happened to somebody, recognised from what they typed, and the objects they now need, in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.analysis import analyse
from search.vocabulary.files import Line, event_lines
from search.vocabulary.recognition import Terms

# How much of the query and of the term has to meet.
ENOUGH = 0.45
# Another event counts when it is nearly as likely.
NEARLY = 0.85
# For the name of a page about an event; several events may share a page.
LIKELY_NAME = 0.6
EVENTS_OF_A_PAGE = 4
OBJECTS = "objects"


@dataclass(frozen=True)
class LifeEvent:
    """`objects` are LeiKa objects, the first ones needed first; `likelihood` from 0 to 1."""

    key: str
    name: str
    objects: tuple[str, ...]
    likelihood: float


def recognised_events(stems: Sequence[str]) -> list[LifeEvent]:
    """Events of which a term says the same as `stems`, the likeliest first; seldom more than one."""
    terms, names, objects = _events()
    likelihoods = terms.likelihoods(stems)
    enough = max(ENOUGH, NEARLY * max(likelihoods.values(), default=0.0))
    found = [
        LifeEvent(key, names[key], objects[key], likelihood)
        for key, likelihood in likelihoods.items()
        if likelihood >= enough
    ]
    return sorted(found, key=lambda event: (-event.likelihood, event.key))


def events_named(names: Iterable[str]) -> list[str]:
    """Keys of the events that one of the names tells of, the likeliest first, at most `EVENTS_OF_A_PAGE`."""
    terms, _, _ = _events()
    best: dict[str, float] = {}
    for name in names:
        for key, likelihood in terms.likelihoods(analyse(name, "de")).items():
            if likelihood >= LIKELY_NAME:
                best[key] = max(likelihood, best.get(key, 0.0))
    return sorted(best, key=lambda key: (-best[key], key))[:EVENTS_OF_A_PAGE]


def event_term_lines() -> Iterator[Line]:
    """What people say, in all languages; `terms` and `name` are German."""
    return (line for line in event_lines() if line.kind != OBJECTS)


@lru_cache(maxsize=1)
def _events() -> tuple[Terms, dict[str, str], dict[str, tuple[str, ...]]]:
    lines = event_lines()
    terms = Terms((line.key, term) for line in event_term_lines() for term in line.terms)
    names = {line.key: line.terms[0] for line in lines if line.kind == "name"}
    objects = {line.key: line.terms for line in lines if line.kind == OBJECTS}
    return terms, names, objects
