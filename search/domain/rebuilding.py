"""Filling a new index beside the one that answers, and swapping them in one step."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import NoReturn

import structlog
from django.db import IntegrityError, transaction
from django.utils import timezone

from outbox.domain.heartbeats import worker_name
from outbox.domain.jobs import RetryLater, enqueue
from search.domain.indexing import (
    INDEX_KIND,
    TROUBLE_PAUSE_SECONDS,
    NextLooks,
    changes,
    changes_together,
    plan_next_look,
    record_key,
)
from search.domain.names import forget_gone_records, with_names
from search.engines import Engine, engine
from search.engines.base import EngineError, IndexIncomplete, IndexState
from search.engines.questions import Change
from search.enums import BuildState
from search.models import IndexBuild, LateChange
from search.registries import SearchSource, sources

HEARTBEAT_SECONDS = 2.0
READ_AT_ONCE = 20  # Their texts lie in memory together, and the build is silent meanwhile.
KEEP_FINISHED = timedelta(days=30)
ERROR_CHARACTERS = 500

log = structlog.get_logger(__name__)
Report = Callable[[IndexBuild], None]


class RebuildRunning(Exception):
    """Another process is building an index."""


def rebuild(report: Report = lambda build: None) -> IndexBuild:
    """Build the whole index anew; the old one answers until the new one is complete.

    `report` is called now and then with the progress. A record that cannot be read is left out,
    counted as refused and handed to the outbox, which says why. Changes that arrive meanwhile are
    taken in. Before the swap the new index has to hold as many documents as were written. Raises
    RebuildRunning, or EngineError, in which case the old index stays.
    """
    target = engine()
    build = _begin(target)
    written, looks = Written(), NextLooks()
    try:
        target.write(build.index, written.noted(with_names(_all_changes(build, looks, report))))
        looks.plan()
        _take_in_late_changes(target, build, written)
        _check(target, build, written)
        target.promote(build.index)
        # Those that were noted between the last look and the swap.
        _take_in_late_changes(target, build, written)
    except BaseException as error:
        _give_up(target, build, error)
    _end(build, BuildState.DONE)
    forget_gone_records()
    report(build)
    return build


def rebuild_if_needed(key: str, payload: dict) -> None:
    """Job: rebuild, unless the index is fine by now."""
    if engine().state() is IndexState.READY:
        return
    try:
        rebuild()
    except (RebuildRunning, EngineError) as error:
        raise RetryLater(TROUBLE_PAUSE_SECONDS, str(error)) from error


class Written:
    """How many documents each record has in the new index, so that they can be counted there."""

    def __init__(self) -> None:
        self._sizes: dict[str, int] = {}

    def noted(self, changes: Iterable[Change]) -> Iterator[Change]:
        for change in changes:
            self._sizes[change.record] = len(change.entries)
            yield change

    def documents(self) -> int:
        return sum(self._sizes.values())


def _check(target: Engine, build: IndexBuild, written: Written) -> None:
    held = target.document_count(build.index)
    if held != written.documents():
        raise IndexIncomplete(f"{build.index} holds {held} of {written.documents()} documents")


def _begin(target: Engine) -> IndexBuild:
    for dead in [build for build in IndexBuild.objects.running() if _was_killed(build)]:
        target.discard(dead.index)
        dead.error = "Der Prozess wurde beendet."
        _end(dead, BuildState.FAILED)
    IndexBuild.objects.filter(finished_at__lt=timezone.now() - KEEP_FINISHED).delete()
    try:
        with transaction.atomic():
            build = IndexBuild.objects.create(process=worker_name())
    except IntegrityError as error:
        raise RebuildRunning("the index is being rebuilt by another process") from error
    try:
        build.index = target.create_index()
    except EngineError as error:
        _give_up(target, build, error)
    build.save(update_fields=["index"])
    return build


def _was_killed(build: IndexBuild) -> bool:
    """Silent for long, or of a process of this machine that is gone."""
    host, _, pid = build.process.rpartition(":")
    if host != worker_name().rpartition(":")[0]:
        return build.is_silent()
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass
    return build.is_silent()


def _all_changes(build: IndexBuild, looks: NextLooks, report: Report) -> Iterator[Change]:
    """Every public record of every source, with a sign of life in between."""
    records = [(source, list(source.public_pks())) for source in sources]
    build.expected = sum(len(pks) for _, pks in records)
    heard = 0.0
    for source, pks in records:
        for start in range(0, len(pks), READ_AT_ONCE):
            yield from _readable(build, source, pks[start : start + READ_AT_ONCE], looks)
            if time.monotonic() - heard > HEARTBEAT_SECONDS:
                heard = time.monotonic()
                _say(build)
                report(build)


def _readable(build: IndexBuild, source: SearchSource, pks: list[str], looks: NextLooks) -> Iterator[Change]:
    """One broken record must not keep the city without a search, nor those that were read with it."""
    try:
        found = list(changes_together(source, pks, looks.note))
    except Exception as error:
        if len(pks) > 1:
            for pk in pks:
                yield from _readable(build, source, [pk], looks)
            return
        (record,) = (record_key(source.name, pk) for pk in pks)
        log.warning("search.record_refused", record=record, error=type(error).__name__)
        build.refused += 1
        enqueue(INDEX_KIND, record)
        return
    build.done += len(found)
    yield from found


def _take_in_late_changes(target: Engine, build: IndexBuild, written: Written) -> None:
    """Read again what changed during the build. Rows go first: a change after that leaves a new one."""
    while late := list(LateChange.objects.filter(build=build)[:1000]):
        LateChange.objects.filter(pk__in=[change.pk for change in late]).delete()
        again = changes([change.record for change in late], plan_next_look)
        target.write(build.index, written.noted(again))
        _say(build)


def _say(build: IndexBuild) -> None:
    build.heard_at = timezone.now()
    build.save(update_fields=["heard_at", "expected", "done", "refused"])


def _give_up(target: Engine, build: IndexBuild, error: BaseException) -> NoReturn:
    build.error = f"{type(error).__name__}: {error}"[:ERROR_CHARACTERS]
    _end(build, BuildState.FAILED)
    if build.index:
        target.discard(build.index)
    raise error


def _end(build: IndexBuild, state: BuildState) -> None:
    build.state = state
    build.finished_at = timezone.now()
    build.late_changes.all().delete()
    build.save()
