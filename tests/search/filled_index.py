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
        engine().clear()


def changes(documents: Iterable[SearchDocument], version: int = 1) -> Iterator[Change]:
    for document in documents:
        record = f"things:{document.id}"
        yield Change(record, version, (entry_for(record, document),))
