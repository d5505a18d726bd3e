"""Synonyms, best bets and released queries, analysed: what the search is answered from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice

from search.domain.query_words import QueryWords
from search.registries import Placement

from ..enums import SynonymKind
from ..models import BestBet, ReleasedQuery, Synonym

SUGGESTED = 5
Stems = tuple[str, ...]


def stems_of(text: str, language: str) -> Stems:
    """As a query with this text is asked."""
    return QueryWords.of(text, language).stems


class Guidance:
    """What is in force on one day. A guide (`search.registries.Guide`) by itself; never changes."""

    name = "editorial"

    def __init__(
        self,
        synonyms: Iterable[Synonym],
        bets: Iterable[BestBet],
        day: date,
        released: Iterable[ReleasedQuery] = (),
    ) -> None:
        self._others: defaultdict[str, defaultdict[Stems, list[Stems]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._placements: defaultdict[tuple[str, Stems], list[Placement]] = defaultdict(list)
        for synonym in synonyms:
            if synonym.is_in_force(day):
                self._add_synonym(synonym)
        for bet in bets:
            if bet.is_in_force(day):
                self._add_bet(bet)
        self._released = sorted(released, key=lambda query: (-query.searches, query.text))

    def alternatives(self, language: str, stems: Sequence[str]) -> Mapping[str, tuple[Stems, ...]]:
        """Each word of a term that occurs as a whole gets the term's synonyms."""
        others = self._others.get(language)
        found: dict[str, list[Stems]] = {}
        for term in _runs(tuple(stems), others) if others else ():
            for stem in term:
                found.setdefault(stem, []).extend(others[term] if others else ())
        return {stem: tuple(dict.fromkeys(alternatives)) for stem, alternatives in found.items()}

    def placements(self, language: str, stems: Sequence[str]) -> Sequence[Placement]:
        return tuple(self._placements.get((language, tuple(stems)), ()))

    def starting_with(self, prefix: str, language: str) -> list[str]:
        """Up to five released queries that begin with the folded `prefix`, the most wanted first."""
        found = (q.text for q in self._released if q.language == language and q.folded.startswith(prefix))
        return list(islice(found, SUGGESTED)) if prefix else []

    def _add_synonym(self, synonym: Synonym) -> None:
        terms = [stems_of(term, synonym.language) for term in synonym.term_list]
        targets = [stems_of(target, synonym.language) for target in synonym.target_list]
        for term in terms:
            others = targets if synonym.kind == SynonymKind.ONE_WAY else terms
            self._others[synonym.language][term] += [other for other in others if other and other != term]

    def _add_bet(self, bet: BestBet) -> None:
        for query in bet.query_list:
            key = (bet.language, stems_of(query, bet.language))
            self._placements[key].append(Placement(bet.record, bet.position))


def _runs(stems: Stems, terms: Mapping[Stems, object]) -> list[Stems]:
    """Neighbouring words of a query that are together one of the terms."""
    places = range(len(stems))
    return [run for begin in places for end in places if (run := stems[begin : end + 1]) and run in terms]
