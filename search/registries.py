"""How higher rooms tell the search what there is to find. Filled in `AppConfig.ready()`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from django.db.models import Model
from django.utils.functional import Promise

from outbox.registries import Registry
from search.answers import AskedQuestion, DirectAnswer
from search.documents import SearchDocument


class SearchSource(Protocol):
    """One kind of record. Whoever changes a record calls `search.domain.indexing.mark_changed`."""

    name: str  # Without ":".
    model: type[Model]

    def documents_for(self, pk: str) -> list[SearchDocument]:
        """The record as it is now, read afresh; an empty list takes it out of the index.

        Empty for whatever an anonymous visitor may not see: drafts, private, expired, future, deleted.
        """
        ...

    def public_pks(self) -> Iterator[str]:
        """Primary keys, as text, of every record that `documents_for` would show."""
        ...


@runtime_checkable
class ReadsMany(Protocol):
    """A source that reads many records with the statements of one: a rebuild asks it for them together."""

    def documents_by_pk(self, pks: Sequence[str]) -> Mapping[str, list[SearchDocument]]:
        """What `documents_for` gives for each; a record without documents may be left out."""
        ...


@dataclass(frozen=True)
class ResultType:
    """What citizens call the documents of one type, in the singular and as a filter."""

    name: str
    label: str | Promise
    plural: str | Promise


class ResultTypes(Registry[ResultType]):
    """Types in the order in which they are offered as filters."""

    def label(self, name: str) -> str:
        """The singular; the bare type where no room has named it."""
        known = self.get(name)
        return str(known.label) if known else name

    def plural(self, name: str) -> str:
        known = self.get(name)
        return str(known.plural) if known else name

    def in_order(self, names: Iterable[str]) -> list[str]:
        """`names` in the order of registration, unknown ones last."""
        order = {name: place for place, name in enumerate(self.names())}
        return sorted(names, key=lambda name: (order.get(name, len(order)), name))


@dataclass(frozen=True)
class Facet:
    """What results can be narrowed by. `name`: as in `SearchDocument.facets`; `parameter`: as in addresses.

    `labels(values, language)` names the values; those it leaves out are not offered. Asked once a page.
    """

    name: str
    parameter: str
    label: str | Promise
    labels: Callable[[Iterable[str], str], Mapping[str, str]]


class DirectAnswers(Protocol):
    """Answers questions of one kind. Asked with every search: looks at the words before it reads anything."""

    @property
    def name(self) -> str: ...

    def answer(self, asked: AskedQuestion) -> DirectAnswer | None:
        """A card where it is plain what is wanted and the answer is known; a few bounded queries at most."""
        ...


@dataclass(frozen=True)
class Placement:
    """Editors want the record (`source:pk`) at this place of the results, counted from 1."""

    record: str
    position: int


class Guide(Protocol):
    """What editors know about words. Asked with every search: answers from memory, never raises."""

    @property
    def name(self) -> str: ...

    def alternatives(self, language: str, stems: Sequence[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """By stem of a query: what else counts as this word, each as stems that must all occur."""
        ...

    def placements(self, language: str, stems: Sequence[str]) -> Sequence[Placement]:
        """What is shown first to whoever asks for exactly these words."""
        ...


@dataclass(frozen=True)
class HeardSearch:
    """A citizen's search and what became of it, nothing about the citizen; `records` are those shown."""

    query: str
    language: str
    total: int
    records: tuple[str, ...]
    previous: str = ""  # The query that this one was typed after.


@dataclass(frozen=True)
class SearchListener:
    """`heard` is called inside the request: it must be quick, write nothing and never raise."""

    name: str
    heard: Callable[[HeardSearch], None]


@dataclass(frozen=True)
class GapOffer:
    """One thing that can be done about a query that finds nothing, and where in the back office."""

    label: str
    url: str


@dataclass(frozen=True)
class GapTaker:
    """What a query without an answer can become: `offers(query, language, user)`, none without permission."""

    name: str
    offers: Callable[[str, str, Any], list[GapOffer]]


@dataclass(frozen=True)
class RecordKeepers:
    """Who looks after records of the source `name`: `kept(user)` gives their primary keys, as text.

    Whoever keeps a record may set best bets for it without being an editor of the search. One query.
    """

    name: str
    kept: Callable[[Any], set[str]]


@dataclass(frozen=True)
class ReleasedQueries:
    """Queries that editors released for everybody: `starting_with(folded prefix, language)`, best first."""

    name: str
    starting_with: Callable[[str, str], list[str]]


sources: Registry[SearchSource] = Registry()
result_types = ResultTypes()
facets: Registry[Facet] = Registry()
direct_answers: Registry[DirectAnswers] = Registry()
guides: Registry[Guide] = Registry()
search_listeners: Registry[SearchListener] = Registry()
gap_takers: Registry[GapTaker] = Registry()
record_keepers: Registry[RecordKeepers] = Registry()
released_queries: Registry[ReleasedQueries] = Registry()
