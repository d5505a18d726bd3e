"""What happened to somebody, recognised from what they typed, and the objects they now need, in order."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.analysis import analyse
from search.vocabulary.files import event_lines

# How much of the query and of the term has to meet, by weight of the words.
ENOUGH = 0.45
# Another event counts when it is nearly as likely.
NEARLY = 0.85


@dataclass(frozen=True)
class LifeEvent:
    """`objects` are LeiKa objects, the first ones needed first."""

    key: str
    name: str
    objects: tuple[str, ...]


@dataclass(frozen=True)
class Recognised:
    """`likelihood` from 0 to 1."""

    event: LifeEvent
    likelihood: float


class LifeEvents:
    """Terms as sets of stems, and which of them contain a stem."""

    def __init__(self) -> None:
        self.events: dict[str, LifeEvent] = {}
        self.terms: list[tuple[str, frozenset[str]]] = []
        self.with_stem: defaultdict[str, list[int]] = defaultdict(list)
        self._read()
        frequency = Counter(stem for _, stems in self.terms for stem in stems)
        self.most = math.log(1 + len(self.terms))
        self.weight = {stem: math.log(1 + len(self.terms) / count) for stem, count in frequency.items()}

    def recognised(self, stems: Sequence[str]) -> list[Recognised]:
        """Events of which a term says the same as `stems`, the likeliest first; seldom more than one."""
        asked = frozenset(stems)
        best: dict[str, float] = {}
        for place in {place for stem in asked for place in self.with_stem.get(stem, ())}:
            event, term = self.terms[place]
            common = self._weight(asked & term)
            likelihood = common / self._weight(asked) * common / self._weight(term)
            best[event] = max(best.get(event, 0.0), likelihood)
        likely = max(best.values(), default=0.0)
        if likely < ENOUGH:
            return []
        found = [
            Recognised(self.events[key], value) for key, value in best.items() if value >= likely * NEARLY
        ]
        return sorted(found, key=lambda each: (-each.likelihood, each.event.key))

    def _weight(self, stems: Iterable[str]) -> float:
        return sum(self.weight.get(stem, self.most) for stem in stems)

    def _read(self) -> None:
        names: dict[str, str] = {}
        for line in event_lines():
            if line.kind == "objects":
                self.events[line.key] = LifeEvent(line.key, names.get(line.key, line.key), line.terms)
                continue
            if line.kind == "name":
                names[line.key] = line.terms[0]
            for term in line.terms:
                if stems := frozenset(analyse(term, "de")):
                    for stem in stems:
                        self.with_stem[stem].append(len(self.terms))
                    self.terms.append((line.key, stems))


@lru_cache(maxsize=1)
def life_events() -> LifeEvents:
    return LifeEvents()
