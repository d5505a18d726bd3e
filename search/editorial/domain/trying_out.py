"""What a synonym or best bet would change, before anybody saves it."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

from django.utils import timezone

from search.domain.query_words import QueryWords
from search.domain.querying import search
from search.domain.results import Hit
from search.registries import guides

from ..models import BestBet, Synonym
from .guidance import Guidance
from .periods import last_days
from .reports import query_rows

SHOWN_HITS = 10
OWN_QUERIES = 3
# Of the most frequent queries of thirty days: how many are looked at, and how many asked both ways.
FREQUENT_QUERIES = 200
ASKED_QUERIES = 20


@dataclass(frozen=True)
class Comparison:
    """The first ten results of one query, as they are and as they would be."""

    query: str
    today: list[Hit]
    changed: list[Hit]

    @property
    def sides(self) -> tuple[list[Hit], list[Hit]]:
        return self.today, self.changed

    @property
    def differs(self) -> bool:
        return [hit.record for hit in self.today] != [hit.record for hit in self.changed]


@dataclass(frozen=True)
class Trial:
    """`own`: what the entry itself names. `frequent`: queries of citizens whose first ten would differ."""

    own: list[Comparison]
    frequent: list[Comparison]


def try_out(entry: Synonym | BestBet) -> Trial:
    """As if `entry` were saved, switched on and in force today. At most 46 searches."""
    before, after = _guidances(entry)
    named = entry.term_list if isinstance(entry, Synonym) else entry.query_list
    compare = _Comparer(entry.language, before, after)
    frequent = query_rows(last_days(), language=entry.language)[:FREQUENT_QUERIES]
    concerned = [row["text"] for row in frequent if compare.concerns(row["text"])]
    return Trial(
        own=[compare(query) for query in named[:OWN_QUERIES]],
        frequent=[each for each in map(compare, concerned[:ASKED_QUERIES]) if each.differs],
    )


def _guidances(entry: Synonym | BestBet) -> tuple[Guidance, Guidance]:
    tried = copy(entry)
    tried.active, tried.valid_from, tried.valid_until = True, None, None
    synonyms = list(Synonym.objects.filter(active=True))
    bets = list(BestBet.objects.filter(active=True))
    today = timezone.localdate()
    if isinstance(tried, Synonym):
        changed = Guidance(_with(synonyms, tried), bets, today)
    else:
        changed = Guidance(synonyms, _with(bets, tried), today)
    return Guidance(synonyms, bets, today), changed


def _with(entries: Iterable, tried: Synonym | BestBet) -> list:
    return [entry for entry in entries if entry.pk != tried.pk] + [tried]


class _Comparer:
    """Asks with both guidances, beside the guides of other rooms."""

    def __init__(self, language: str, before: Guidance, after: Guidance) -> None:
        self._language = language
        self._before = before
        self._after = after
        self._others = [guide for guide in guides if guide.name != after.name]

    def __call__(self, query: str) -> Comparison:
        return Comparison(query, self._hits(query, self._before), self._hits(query, self._after))

    def concerns(self, query: str) -> bool:
        """Whether the guidances differ about these words; asks no engine."""
        asked = (self._language, QueryWords.of(query, self._language).stems)
        return self._before.alternatives(*asked) != self._after.alternatives(
            *asked
        ) or self._before.placements(*asked) != self._after.placements(*asked)

    def _hits(self, query: str, guidance: Guidance) -> list[Hit]:
        guided_by = [*self._others, guidance]
        return search(query, language=self._language, size=SHOWN_HITS, guided_by=guided_by).hits
