"""Leaves an engine in trouble alone for a while: a hanging one costs one timeout, not one a request."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog

from search.engines.base import EngineUnavailable

FIRST_PAUSE_SECONDS = 1.0
# Also how late a recovery may be noticed.
LONGEST_PAUSE_SECONDS = 8.0

log = structlog.get_logger(__name__)


class Breaker:
    """One per engine and process. Each failure doubles the pause; after it, one question tries again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._failed_at = 0.0
        self._blocked_until = 0.0

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Raises EngineUnavailable at once during a pause; EngineUnavailable from inside begins one."""
        started = self._begin()
        try:
            yield
        except EngineUnavailable as error:
            self._failed(started, error)
            raise
        self._worked()

    def _begin(self) -> float:
        with self._lock:
            now = self._clock()
            if self._failures:
                if now < self._blocked_until:
                    raise EngineUnavailable("not asked again so soon after a failure")
                self._blocked_until = now + self._pause()  # The others wait for this one.
            return now

    def _failed(self, started: float, error: EngineUnavailable) -> None:
        with self._lock:
            # Questions that were on their way together are one failure.
            if not self._failures or started >= self._failed_at:
                self._failures += 1
                self._failed_at = self._clock()
                self._blocked_until = self._failed_at + self._pause()
                log.warning("search.engine_left_alone", seconds=self._pause(), error=str(error)[:200])

    def _worked(self) -> None:
        with self._lock:
            if self._failures:
                log.info("search.engine_is_back", failures=self._failures)
            self._failures = 0

    def _pause(self) -> float:
        return min(FIRST_PAUSE_SECONDS * 2 ** min(self._failures - 1, 10), LONGEST_PAUSE_SECONDS)
