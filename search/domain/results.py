"""What a search gives back."""

from dataclasses import dataclass, field
from datetime import date as Date

from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Hit:
    """One result. `snippet` is escaped HTML in which only `<mark>` stands."""

    type: str
    id: str
    title: str
    url: str
    teaser: str
    snippet: SafeString
    leika: tuple[str, ...]
    department: str
    status: str
    date: Date | None
    score: float
    online: bool = False
    record: str = ""  # `source:pk`.
    placed: bool = False  # By a guide, not by its score.
    page: int = 0  # Of a file in which the words stand there; `url` leads to it.


@dataclass(frozen=True)
class FacetCount:
    value: str
    count: int


@dataclass(frozen=True)
class SearchResults:
    """One page of results.

    `corrected` is the query that was really asked, when the typed one had an error. Counts of the
    facet `type` cover all types, whichever were asked for. `limited`: the index cannot answer now, these are
    what the database finds by names; not `ready`: not even that. `language` is that of the results: German
    where the language asked for has none.
    """

    query: str
    page: int
    size: int
    corrected: str | None = None
    total: int = 0
    hits: list[Hit] = field(default_factory=list)
    facets: dict[str, list[FacetCount]] = field(default_factory=dict)
    ready: bool = True
    limited: bool = False
    language: str = ""
