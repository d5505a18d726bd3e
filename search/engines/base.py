"""The seam: what a search engine has to do for us. It stores, retrieves, ranks, filters and counts."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Protocol

from search.engines.questions import Answer, Change, Question


class IndexState(StrEnum):
    """What the index that answers is worth right now."""

    READY = "ready"
    OUTDATED = "outdated"  # Answers, but was built with other tokens or fields.
    MISSING = "missing"
    BROKEN = "broken"
    UNREACHABLE = "unreachable"


class EngineError(Exception):
    """The engine cannot do what it was asked now."""


class IndexNotReady(EngineError):
    """There is no index, or it cannot be read: only a rebuild helps."""


class EngineBusy(EngineError):
    """Another process writes; a moment later it works."""


class EngineUnavailable(EngineError):
    """The engine does not answer in time, not in full, or not sensibly; it recovers without us."""


class QuestionRefused(EngineError):
    """The engine is well but does not take what it was asked."""


class IndexIncomplete(EngineError):
    """A new index does not hold what was written to it."""


class Engine(Protocol):
    """Several indexes, one of which is live. All methods raise only EngineError of their own accord."""

    def __hash__(self) -> int: ...

    def state(self) -> IndexState:
        """Looks at the live index; never raises."""
        ...

    def live_index(self) -> str | None:
        """Name of the index that answers; None when there is none."""
        ...

    def create_index(self) -> str:
        """A new, empty index beside the live one; returns its name."""
        ...

    def write(self, index: str, changes: Iterable[Change]) -> None:
        """Replace each change's record; visible to everybody on return.

        `changes` is drawn bit by bit, and what was read later is never overwritten by what was
        read earlier, whoever else writes. Errors of the iterable pass through.
        """
        ...

    def promote(self, index: str) -> None:
        """Let `index` answer from now on, in one step, and delete all others."""
        ...

    def discard(self, index: str) -> None:
        """Delete an index that is not live; nothing happens when it does not exist."""
        ...

    def clear(self) -> None:
        """Delete all our indexes, also the live one."""
        ...

    def search(self, question: Question) -> Answer: ...

    def known(self, stems: Iterable[str]) -> set[str]:
        """Which of `stems` occur in any field."""
        ...

    def begins_a_word(self, prefix: str) -> bool:
        """Whether any completable word begins with `prefix`."""
        ...

    def vocabulary(self, language: str) -> dict[str, int]:
        """Completable words of `language` with the number of documents that have them."""
        ...

    def records(self, source: str) -> Iterator[str]:
        """Primary keys of `source` in the live index."""
        ...

    def document_count(self, index: str | None = None) -> int:
        """Of `index`, else of the live one."""
        ...
