"""Which of many terms says the same as a query: words weigh by how few terms have them."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from search.analysis import analyse

# A word of so many terms finds none by itself.
TERMS_OF_A_WORD = 400
# Words of time and haste are rare in terms, and say nothing about the matter.
FILLERS = """
    bald baldmoeglichst demnaechst dringend eben eilig endlich erst gerade gestern heute jetzt kuerzlich
    leider mal monat morgen nachher naechste schnell schon sofort spaeter uebermorgen vorher vorhin woche
    zuletzt
"""
FILLER_WEIGHT = 0.5


class Terms:
    """Terms as sets of stems, each standing for a key."""

    def __init__(self, called: Iterable[tuple[str, str]], language: str = "de") -> None:
        """`called` are pairs of key and term."""
        self._keys: list[str] = []
        self._stems: list[tuple[str, ...]] = []
        self._with: defaultdict[str, list[int]] = defaultdict(list)
        for key, stems in dict.fromkeys(_analysed(called, language)):
            for stem in stems:
                self._with[stem].append(len(self._keys))
            self._keys.append(key)
            self._stems.append(stems)
        self._unknown = math.log(1 + len(self._keys))
        count = Counter(stem for stems in self._stems for stem in stems)
        self._weights = {stem: math.log(1 + len(self._keys) / number) for stem, number in count.items()}
        self._weights.update(dict.fromkeys(analyse(FILLERS, language), FILLER_WEIGHT))
        self._of_term = [self._weight(stems) for stems in self._stems]

    def likelihoods(self, stems: Sequence[str]) -> dict[str, float]:
        """By key, from 0 to 1: how much of the query is in its nearest term, and of the term in the query."""
        asked = dict.fromkeys(stems)
        whole = self._weight(asked)
        best: dict[str, float] = {}
        for place, common in self._common(asked).items():
            likelihood = common / whole * common / self._of_term[place]
            key = self._keys[place]
            if likelihood > best.get(key, 0.0):
                best[key] = likelihood
        return best

    @property
    def known(self) -> Mapping[str, float]:
        """All stems, with their weights."""
        return self._weights

    def is_term(self, stem: str) -> bool:
        """Whether `stem` alone is a term, not only a word of longer ones."""
        return any(self._stems[place] == (stem,) for place in self._with.get(stem, ()))

    def contained(self, stems: Sequence[str]) -> dict[str, float]:
        """By key of a term that stands in `stems` whole, from 0 to 1: how much of `stems` the term is."""
        given = frozenset(stems)
        weight = self._weight(given)
        places = {place for stem in given for place in self._with.get(stem, ())}
        return {
            self._keys[place]: self._weight(self._stems[place]) / weight
            for place in places
            if given.issuperset(self._stems[place])
        }

    def _common(self, asked: Iterable[str]) -> dict[int, float]:
        """By term that shares a telling word with the query, the weight of all words that they share.

        Words of many terms only add to those, or tell themselves where no other word does.
        """
        known = sorted((stem for stem in asked if stem in self._with), key=lambda stem: len(self._with[stem]))
        telling = [stem for stem in known if len(self._with[stem]) <= TERMS_OF_A_WORD] or known[:1]
        common: dict[int, float] = {}
        for stem in telling:
            weight = self._weights[stem]
            for place in self._with[stem]:
                common[place] = common.get(place, 0.0) + weight
        for stem in known[len(telling) :]:
            weight = self._weights[stem]
            for place in common:
                if stem in self._stems[place]:
                    common[place] += weight
        return common

    def _weight(self, stems: Iterable[str]) -> float:
        return sum(self._weights.get(stem, self._unknown) for stem in stems)


def _analysed(called: Iterable[tuple[str, str]], language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, term in called:
        if stems := tuple(sorted(set(analyse(term, language)))):
            yield key, stems
