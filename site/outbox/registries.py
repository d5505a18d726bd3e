"""What higher rooms hand to the worker: kinds of jobs, the schedule, nightly checks.

Each app fills these in `AppConfig.ready()`:

    jobs.register(JobKind("search.index", handle=index_document, label="Suchindex aktualisieren"))
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import KW_ONLY, dataclass
from datetime import time, timedelta
from typing import Generic, Protocol, TypeVar

from outbox.enums import Severity

Payload = dict
Handle = Callable[[str, Payload], None]
HandleMany = Callable[[list[tuple[str, Payload]]], None]


class Named(Protocol):
    @property
    def name(self) -> str: ...


Entry = TypeVar("Entry", bound=Named)


class Registry(Generic[Entry]):
    """Entries by name, in the order of registration. A name registered twice is an error."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}

    def register(self, entry: Entry) -> None:
        if entry.name in self._entries:
            raise ValueError(f"{entry.name!r} is registered already")
        self._entries[entry.name] = entry

    def get(self, name: str) -> Entry | None:
        return self._entries.get(name)

    def __getitem__(self, name: str) -> Entry:
        """For what must be there; KeyError otherwise."""
        return self._entries[name]

    def names(self) -> list[str]:
        return list(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(list(self._entries.values()))

    @contextmanager
    def fresh(self) -> Iterator[None]:
        """Empty for the length of the block: what a test registers does not outlive it."""
        kept, self._entries = self._entries, {}
        try:
            yield
        finally:
            self._entries = kept


@dataclass(frozen=True)
class JobKind:
    """How jobs of one kind are done. Handlers run outside a transaction, at least once: make them idempotent.

    `handle(key, payload)` does one job; with `handle_many` the worker hands over up to `batch_size`
    jobs at once and falls back to one by one when the batch fails. A handler raises RetryLater when
    something is down (not counted), anything else counts as one of `max_attempts`, after which the
    job is stuck and shown in the back office. `lease_seconds`: how long a killed worker's job stays
    untouched; a living worker extends it.
    """

    kind: str
    handle: Handle
    lease_seconds: int = 60
    max_attempts: int = 10
    label: str = ""
    handle_many: HandleMany | None = None
    batch_size: int = 1

    @property
    def name(self) -> str:
        return self.kind


@dataclass(frozen=True)
class Recurring:
    """Work that comes back, either `every` so often (aligned to the clock) or `daily_at` a local time."""

    name: str
    _: KW_ONLY
    run: Callable[[], None]
    label: str
    every: timedelta | None = None
    daily_at: time | None = None

    def __post_init__(self) -> None:
        if (self.every is None) == (self.daily_at is None):
            raise ValueError(f"{self.name}: give either every or daily_at")


@dataclass(frozen=True)
class Finding:
    """One thing a nightly check found: German sentence, and where it can be mended."""

    severity: Severity
    text: str
    url: str = ""


@dataclass(frozen=True)
class NightlyCheck:
    """A look over everything, once a night; `run` returns what is wrong now, not what changed."""

    name: str
    run: Callable[[], list[Finding]]
    label: str


jobs: Registry[JobKind] = Registry()
schedule: Registry[Recurring] = Registry()
nightly_checks: Registry[NightlyCheck] = Registry()
