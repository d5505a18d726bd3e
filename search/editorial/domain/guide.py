"""The guide that every search asks: the tables in the memory of each process, a few seconds old at most."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import structlog
from django.db import DatabaseError
from django.utils import timezone

from search.registries import Placement

from ..models import BestBet, GuidanceVersion, ReleasedQuery, Synonym
from .guidance import Guidance, Stems

# So long at most does another process go on with what was saved before.
CHECK_SECONDS = 3.0

log = structlog.get_logger(__name__)


class EditorsGuide:
    """Looks for a new version with one small query every three seconds, and only while somebody searches."""

    name = "editorial"

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._guidance = Guidance((), (), date.min)
        self._state: tuple[int, date] | None = None  # Version and day of what is remembered.
        self._checked = float("-inf")

    def alternatives(self, language: str, stems: Sequence[str]) -> Mapping[str, tuple[Stems, ...]]:
        return self.current().alternatives(language, stems)

    def placements(self, language: str, stems: Sequence[str]) -> Sequence[Placement]:
        return self.current().placements(language, stems)

    def starting_with(self, prefix: str, language: str) -> list[str]:
        """Released queries for the suggestions (`search.registries.ReleasedQueries`)."""
        return self.current().starting_with(prefix, language)

    def forget(self) -> None:
        """Look into the tables with the next search."""
        self._checked = float("-inf")

    def current(self) -> Guidance:
        """While the database does not answer: what was known last."""
        if self._clock() - self._checked >= CHECK_SECONDS and self._lock.acquire(blocking=False):
            try:
                self._checked = self._clock()
                self._refresh()
            except DatabaseError as error:
                log.warning("search.guidance_unknown", error=type(error).__name__)
            finally:
                self._lock.release()
        return self._guidance

    def _refresh(self) -> None:
        state = (GuidanceVersion.current(), timezone.localdate())
        if state != self._state:
            self._guidance = Guidance(
                Synonym.objects.filter(active=True),
                BestBet.objects.filter(active=True),
                state[1],
                ReleasedQuery.objects.all(),
            )
            self._state = state


guide = EditorsGuide()
