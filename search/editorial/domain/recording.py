"""From a search to the tables, without the citizen waiting: counted in memory, written by a thread."""

import atexit
import os
import threading

import structlog
from django.conf import settings
from django.db import connection
from django.utils import timezone

from search.registries import HeardSearch

from .counting import CountBuffer
from .normal_queries import normal
from .writing import write

WRITE_SECONDS = 3.0

log = structlog.get_logger(__name__)


class Recorder:
    """Counts in memory; the first count after a writing starts the thread that makes the next one.

    So there is no thread before gunicorn forks, and none while nobody searches.
    """

    def __init__(self, pause: float = WRITE_SECONDS) -> None:
        self._pause = pause
        self._buffer = CountBuffer()
        self._lock = threading.Lock()
        self._waiting_in = 0  # Process in which a thread waits.
        self._at_exit_in = 0

    def heard(self, search: HeardSearch) -> None:
        """Count a search. Quick, and without the database."""
        text = normal(search.query)
        if not text or not settings.SEARCH_STATISTICS:
            return
        key = (search.language, text, timezone.localdate())
        self._buffer.add_search(key, search.total, search.records, normal(search.previous))
        self._wake()

    def clicked(self, query: str, language: str, rank: int, record: str) -> None:
        """Count that somebody followed the result at `rank` (from 1)."""
        text = normal(query)
        if not text or not settings.SEARCH_STATISTICS:
            return
        self._buffer.add_click((language, text, timezone.localdate()), rank, record)
        self._wake()

    def flush(self) -> None:
        """Write what has been counted. What cannot be written is lost, and only its number logged."""
        batch = self._buffer.drain()
        if not len(batch):
            return
        try:
            write(batch)
        except Exception as error:
            log.warning("search.statistics_lost", error=type(error).__name__, entries=len(batch))

    def _wake(self) -> None:
        with self._lock:
            if self._waiting_in == os.getpid():
                return
            self._waiting_in = os.getpid()
            if self._at_exit_in != os.getpid():
                self._at_exit_in = os.getpid()
                atexit.register(self.flush)
        threading.Thread(target=self._write_soon, name="search-statistics", daemon=True).start()

    def _write_soon(self) -> None:
        threading.Event().wait(self._pause)
        with self._lock:
            self._waiting_in = 0  # Before draining: what comes from now on has a thread of its own.
        try:
            self.flush()
        finally:
            connection.close()


recorder = Recorder()
