"""What an engine stores, what it is asked and what it answers. Tokens only: no engine analyses text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from search.engines.ranking import WEIGHTS, Weights

NEVER = 2**40  # Seconds since 1970: the year 36812.


def facet_token(name: str, value: str) -> str:
    return f"{name}={value}"


@dataclass(frozen=True)
class IndexEntry:
    """One document as an engine keeps it."""

    key: str  # Unique in the index.
    record: str  # `source:pk`; all entries of a record are replaced together.
    language: str
    type: str
    tokens: Mapping[str, str]  # Stems by field, parted by blanks.
    words: tuple[str, ...]  # Folded words that can be completed.
    title: str  # The stems of the whole title as one token.
    phrases: tuple[str, ...]  # Pairs of words and whole terms, see `search.analysis.phrases`.
    objects: tuple[str, ...]  # LeiKa objects, eight digits.
    facets: tuple[str, ...]
    prior: float  # Factor on the score, 1 for the least wanted.
    visible_until: int  # Seconds since 1970.
    stored: Mapping[str, Any]  # JSON: what a result shows.


@dataclass(frozen=True)
class Change:
    """All entries of one record as of `version`; none takes the record out."""

    record: str
    version: int  # Nanoseconds since 1970, taken before the record was read.
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True)
class Question:
    """Which documents are asked for. `at_least` words must match; `prefix` completes the last one."""

    language: str
    stems: tuple[str, ...]
    at_least: int
    now: int  # Seconds since 1970; what is visible until then or earlier is left out.
    prefix: str = ""
    phrases: tuple[str, ...] = ()  # Pairs of words.
    whole: str = ""  # All words as one term.
    lifted: Mapping[str, float] = field(default_factory=dict)  # LeiKa object → score it has without a word.
    weights: Weights = WEIGHTS
    alternatives: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)  # By stem.
    types: tuple[str, ...] = ()
    records: tuple[str, ...] = ()  # Only these (`source:pk`), with or without any words.
    without: tuple[str, ...] = ()  # None of these.
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    offset: int = 0
    size: int = 20
    counted: bool = True  # Whether facets are counted.


@dataclass(frozen=True)
class Found:
    """One document that matched."""

    key: str
    score: float
    stored: Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """Counts are taken over all types, whatever `Question.types` says; `total` respects them.

    Without counting, `types` and `facets` are empty and `total` the number of documents returned.
    """

    found: list[Found]
    total: int
    types: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[str, int] = field(default_factory=dict)  # By facet token.
