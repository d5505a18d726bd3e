"""An index of given documents in whatever engine the settings choose, without a database."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from search.documents import SearchDocument
from search.domain.entries import entry_for
from search.engines import engine
from search.engines.questions import Change


@contextmanager
def filled_index(documents: Iterable[SearchDocument]) -> Iterator[str]:
    """Live for the length of the block; gives its name."""
    name = engine().create_index()
    engine().write(name, changes(documents))
    engine().promote(name)
    try:
        yield name
    finally:
        remove_index(name)


def remove_index(name: str) -> None:
    """Delete an index although it is live."""
    empty = engine().create_index()
    engine().promote(empty)
    engine().discard(name)


def changes(documents: Iterable[SearchDocument], version: int = 1) -> Iterator[Change]:
    for document in documents:
        record = f"things:{document.id}"
        yield Change(record, version, (entry_for(record, document),))
