"""What has been counted but not written yet, in the memory of one process."""

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

# Of distinct queries and records between two writings. Who sends more is not a citizen.
ENTRIES_LIMIT = 5_000

QueryOfDay = tuple[str, str, date]  # Language, text, day.


@dataclass
class QueryCounts:
    searches: int = 0
    empty: int = 0
    results: int = 0
    clicks: int = 0
    ranks: int = 0


@dataclass
class Batch:
    """`refinements` by query of the day and what was typed next; `shown` and `clicked` by record and day."""

    queries: defaultdict[QueryOfDay, QueryCounts] = field(default_factory=lambda: defaultdict(QueryCounts))
    refinements: Counter[tuple[QueryOfDay, str]] = field(default_factory=Counter)
    shown: Counter[tuple[str, date]] = field(default_factory=Counter)
    clicked: Counter[tuple[str, date]] = field(default_factory=Counter)

    def __len__(self) -> int:
        return len(self.queries) + len(self.refinements) + len(self.shown) + len(self.clicked)


class CountBuffer:
    """Usable from any number of threads. What comes beyond the limit is not counted."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._batch = Batch()

    def add_search(self, key: QueryOfDay, total: int, records: Iterable[str], previous: str) -> None:
        language, text, day = key
        with self._lock:
            if len(self._batch) >= ENTRIES_LIMIT:
                return
            counts = self._batch.queries[key]
            counts.searches += 1
            counts.empty += total == 0
            counts.results += total
            self._batch.shown.update((record, day) for record in records)
            if previous and previous != text:
                self._batch.refinements[(language, previous, day), text] += 1

    def add_click(self, key: QueryOfDay, rank: int, record: str) -> None:
        with self._lock:
            if len(self._batch) >= ENTRIES_LIMIT:
                return
            counts = self._batch.queries[key]
            counts.clicks += 1
            counts.ranks += rank
            self._batch.clicked[record, key[2]] += 1

    def drain(self) -> Batch:
        """Everything counted so far; the buffer is empty afterwards."""
        with self._lock:
            batch, self._batch = self._batch, Batch()
            return batch
