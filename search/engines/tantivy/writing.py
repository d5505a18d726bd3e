"""Writing: one writer at a time holds the folder's lock, for as long as a batch takes."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import tantivy

from search.engines.base import EngineBusy
from search.engines.questions import Change
from search.engines.tantivy.errors import translated
from search.engines.tantivy.files import IndexFiles
from search.engines.tantivy.schema import schema, to_document

HEAP_BYTES = 30_000_000
LOCK_PATIENCE_SECONDS = 3.0
LOCK_PAUSE_SECONDS = 0.05


def create(files: IndexFiles, name: str) -> None:
    """An empty index in a folder of its own."""
    with translated(name):
        tantivy.Index(schema(), path=str(files.create(name)))


def write(files: IndexFiles, name: str, changes: Iterable[Change]) -> None:
    """Replace records in one commit.

    The records are read while the lock is held, so whoever reads later also writes later:
    `Change.version` has nothing to decide here.
    """
    with _writer(files, name) as writer:
        for change in changes:
            with translated(name):
                writer.delete_documents_by_term("record", change.record)
                for entry in change.entries:
                    writer.add_document(to_document(entry))


@contextmanager
def _writer(files: IndexFiles, name: str) -> Iterator[tantivy.IndexWriter]:
    """Commits at the end, or leaves the index as it was when the block raises."""
    writer = _locked(files, name)
    try:
        yield writer
    except BaseException:
        with translated(name):
            writer.rollback()
        raise
    else:
        with translated(name):
            writer.commit()
    finally:
        with translated(name):
            writer.wait_merging_threads()  # Gives the lock back, too.


def _locked(files: IndexFiles, name: str) -> tantivy.IndexWriter:
    """Raises EngineBusy when another writer keeps the lock for more than three seconds."""
    deadline = time.monotonic() + LOCK_PATIENCE_SECONDS
    while True:
        try:
            with translated(name):
                return tantivy.Index.open(str(files.folder(name))).writer(HEAP_BYTES, 1)
        except EngineBusy:
            if time.monotonic() > deadline:
                raise
            time.sleep(LOCK_PAUSE_SECONDS)
