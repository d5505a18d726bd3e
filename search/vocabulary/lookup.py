"""Terms for a document: by its LeiKa keys or, where they are unknown, by its names.

Life events and topics have keys beside those of LeiKa objects and are kept like them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from search.documents import About
from search.vocabulary.files import GERMAN, NAME, demands, event_lines, related_lines, term_lines
from search.vocabulary.life_events import event_term_lines, events_named
from search.vocabulary.linking import linked_objects
from search.vocabulary.topics import topic_term_lines, topics_named

OBJECT_DIGITS = 8
# The first objects of an event are what it is about; further ones belong to it now and then.
CENTRAL_OBJECTS = 8
# What a neighbour is called: its names, and so many short terms.
WORDS_OF_A_NAME = 2
NAMES_OF_A_NEIGHBOUR = 12


@dataclass
class Vocabulary:
    """`terms` and `events` by LeiKa object and kind; a kind is `de` or another language."""

    terms: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(dict))
    events: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(dict))
    nearby: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def objects_of(self, about: About, leika: Iterable[str], names: Sequence[str]) -> list[str]:
        """Objects of these keys; where the catalogue knows none of them, what the names stand for.

        `names` begin with the title. What tells of something has nothing but its keys.
        """
        keys = list(dict.fromkeys(key[:OBJECT_DIGITS] for key in leika))
        if any(key in self.terms for key in keys):
            return keys
        match about:
            case About.SERVICE:
                return [*keys, *linked_objects(names[0], names[1:])]
            case About.LIFE_EVENT:
                return [*keys, *events_named(names)]
            case About.PLACE:
                return [*keys, *topics_named(names)]
        return keys

    def terms_of(self, objects: Iterable[str], language: str) -> list[str]:
        return _collected(self.terms, objects, language)

    def events_of(self, objects: Iterable[str], language: str) -> list[str]:
        """What people say when something happened for which they need these objects."""
        return _collected(self.events, objects, language)

    def related_to(self, objects: Iterable[str]) -> list[str]:
        """Names of the objects that lead on to one of these."""
        return list(dict.fromkeys(name for key in objects for name in self.nearby.get(key, ())))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Some 40,000 terms, read once in a tenth of a second."""
    found = Vocabulary()
    names: list[tuple[str, str]] = []
    for line in term_lines():
        if line.kind == NAME:
            names += [(line.key, name) for name in line.terms]
            continue
        kind = "de" if line.kind in GERMAN else line.kind
        found.terms[line.key].setdefault(kind, []).extend(line.terms)
    for line in (*topic_term_lines(), *event_term_lines()):
        kind = "de" if line.kind in (NAME, "terms") else line.kind
        found.terms[line.key].setdefault(kind, []).extend(line.terms)
    _read_events(found)
    _read_related(found, names)
    return found


@lru_cache(maxsize=1)
def _demands() -> dict[str, int]:
    return dict(demands())


def demand_of(key: str) -> int:
    """How much an object is wanted from a city of 90,000, from 0 to 5."""
    return _demands().get(key, 0)


def _read_events(found: Vocabulary) -> None:
    spoken: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for line in event_lines():
        if line.kind == "objects":
            for key in line.terms[:CENTRAL_OBJECTS]:
                for kind, terms in spoken[line.key].items():
                    found.events[key].setdefault(kind, []).extend(terms)
        elif line.kind != "name":
            spoken[line.key]["de" if line.kind == "terms" else line.kind] = list(line.terms)


def _read_related(found: Vocabulary, names: Iterable[tuple[str, str]]) -> None:
    names_of: dict[str, list[str]] = defaultdict(list)
    for key, name in names:
        names_of[key].append(name)
    for line in related_lines():
        german = found.terms[line.key].get("de", ())
        short = [term for term in german if len(term.split()) <= WORDS_OF_A_NAME]
        for key in line.terms:
            found.nearby[key] += [*names_of[line.key], *short[:NAMES_OF_A_NEIGHBOUR]]


def _collected(source: dict[str, dict[str, list[str]]], objects: Iterable[str], language: str) -> list[str]:
    """On German pages every language is understood, on others their own."""
    collected: list[str] = []
    for key in objects:
        kinds = source.get(key, {})
        for kind, terms in kinds.items():
            if language.startswith("de") or kind == language:
                collected += terms
    return collected
