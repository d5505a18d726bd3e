"""Keeping the index up to date: a change leaves a row in the outbox, the worker brings it into the index."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from django.utils import timezone

from outbox.domain.jobs import RetryLater, enqueue, enqueue_many
from search.documents import SearchDocument
from search.domain.entries import entry_for
from search.domain.names import keep_names
from search.engines import Engine, engine
from search.engines.base import EngineBusy, EngineError, IndexNotReady, IndexState
from search.engines.questions import Change, IndexEntry
from search.models import IndexBuild, LateChange
from search.registries import ReadsMany, SearchSource, sources

INDEX_KIND = "search.index"
REBUILD_KIND = "search.rebuild"
REBUILD_KEY = "index"
BATCH_SIZE = 100
BUSY_PAUSE_SECONDS = 2
TROUBLE_PAUSE_SECONDS = 5  # An engine in trouble is hardly asked: see `search.engines.breaker`.

DocumentsRead = Callable[[str, list[SearchDocument]], None]


def mark_changed(source_name: str, pk: object) -> None:
    """The record, or anything its documents show, changed: part of the current transaction."""
    enqueue(INDEX_KIND, record_key(source_name, pk))


def mark_many_changed(source_name: str, pks: Iterable[object]) -> None:
    """`mark_changed` for many records with a few statements."""
    enqueue_many(INDEX_KIND, [record_key(source_name, pk) for pk in pks])


def record_key(source_name: str, pk: object) -> str:
    return f"{source_name}:{pk}"


def index_record(key: str, payload: dict) -> None:
    """Job: bring one record up to date."""
    index_records([(key, payload)])


def index_records(batch: list[tuple[str, dict]]) -> None:
    """Job: bring records up to date. Raises RetryLater while the engine is busy, down or without an index."""
    try:
        bring_up_to_date([key for key, _ in batch])
    except EngineBusy as error:
        raise RetryLater(BUSY_PAUSE_SECONDS, str(error)) from error
    except IndexNotReady as error:
        ensure_index()
        raise RetryLater(TROUBLE_PAUSE_SECONDS, str(error)) from error
    except EngineError as error:
        raise RetryLater(TROUBLE_PAUSE_SECONDS, str(error)) from error


def bring_up_to_date(records: list[str]) -> None:
    """Read the records and replace them in the live index, and in the one that is being built, if any.

    What they are called is kept first: the limited search has to know it when the engine does not.

    Noted for the new index *before* they are read, and written again if the indexes were swapped
    meanwhile: whichever comes first, the index that answers in the end has the change.
    """
    readings = Readings()
    keep_names(readings.changes(records, plan_next_look))
    target = engine()
    written = None
    while (live := _live_index(target)) != written:
        _note_late_changes(records)
        try:
            target.write(live, readings.changes(records, plan_next_look))
        except IndexNotReady:
            if target.live_index() == live:
                raise
        else:
            written = live


class Readings:
    """Reads records again and again, but analyses only what is not the same as before."""

    def __init__(self) -> None:
        self._before: dict[str, tuple[list[SearchDocument], tuple[IndexEntry, ...]]] = {}

    def changes(self, records: Iterable[str], on_read: DocumentsRead) -> Iterator[Change]:
        """Each record as it is at the moment when it is drawn."""
        for record in records:
            version = time.time_ns()
            documents = documents_of(record)
            on_read(record, documents)
            before, entries = self._before.get(record, (None, ()))
            if documents != before:
                entries = _entries(record, documents)
                self._before[record] = documents, entries
            yield Change(record, version, entries)


def changes(records: Iterable[str], on_read: DocumentsRead) -> Iterator[Change]:
    """Each record as it is at the moment when it is drawn, once."""
    for record in records:
        yield from Readings().changes([record], on_read)


def changes_together(source: SearchSource, pks: Sequence[str], on_read: DocumentsRead) -> Iterator[Change]:
    """Records of one source that are read at once, where the source can."""
    if not isinstance(source, ReadsMany):
        yield from changes((record_key(source.name, pk) for pk in pks), on_read)
        return
    version = time.time_ns()
    found = source.documents_by_pk(pks)
    for pk in pks:
        record, documents = record_key(source.name, pk), found.get(pk, [])
        on_read(record, documents)
        yield Change(record, version, _entries(record, documents))


def documents_of(record: str) -> list[SearchDocument]:
    """What anonymous visitors may see of a record; nothing where its source is gone."""
    source_name, _, pk = record.partition(":")
    source = sources.get(source_name)
    return source.documents_for(pk) if source else []


def plan_next_look(record: str, documents: list[SearchDocument]) -> None:
    """A document that changes by itself (a fee that starts, a notice that ends) is looked at again then."""
    if moment := next_change(documents):
        enqueue(INDEX_KIND, record, due_at=moment)


class NextLooks:
    """Moments at which documents change by themselves, planned together: many share one."""

    def __init__(self) -> None:
        self._records: defaultdict[datetime, list[str]] = defaultdict(list)

    def note(self, record: str, documents: list[SearchDocument]) -> None:
        if moment := next_change(documents):
            self._records[moment].append(record)

    def plan(self) -> None:
        for moment, records in self._records.items():
            enqueue_many(INDEX_KIND, records, due_at=moment)


def next_change(documents: list[SearchDocument]) -> datetime | None:
    """The first moment from now on at which one of the documents changes or ends."""
    now = timezone.now()
    moments = [moment for document in documents for moment in (document.changes_at, document.expires_at)]
    return min((moment for moment in moments if moment and moment > now), default=None)


def ensure_index() -> None:
    """Ask for a rebuild where no index answers or it was built with other tokens."""
    if engine().state() in (IndexState.MISSING, IndexState.BROKEN, IndexState.OUTDATED):
        enqueue(REBUILD_KIND, REBUILD_KEY)


def _entries(record: str, documents: list[SearchDocument]) -> tuple[IndexEntry, ...]:
    """One for each key: an index that counts documents counts them alike."""
    entries = (entry_for(record, document) for document in documents)
    return tuple({entry.key: entry for entry in entries}.values())


def _live_index(target: Engine) -> str:
    live = target.live_index()
    if live is None:
        raise IndexNotReady("no index has been built yet")
    return live


def _note_late_changes(records: list[str]) -> None:
    for build in IndexBuild.objects.running():
        LateChange.objects.bulk_create(
            [LateChange(build=build, record=record) for record in records], ignore_conflicts=True
        )
