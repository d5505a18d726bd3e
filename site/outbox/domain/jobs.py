"""Asking for work: one row in the transaction of the change that makes it necessary."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Case, DateTimeField, F, PositiveIntegerField, Value, When
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

from outbox.enums import JobState
from outbox.models import Job

KEYS_PER_STATEMENT = 200  # Well below SQLite's limit on parameters.
NO_ATTEMPTS = Value(0, output_field=PositiveIntegerField())


class RetryLater(Exception):
    """Raised by a handler: what it needs is down; try again in `seconds`, without counting the attempt."""

    def __init__(self, seconds: int, reason: str) -> None:
        super().__init__(reason)
        self.seconds = seconds
        self.reason = reason


def enqueue(kind: str, key: str, *, payload: dict | None = None, due_at: datetime | None = None) -> None:
    """Ask for a job in the current transaction; it exists if and only if that commits.

    One waiting job per kind and key: asked for again, the earlier due date and the newer payload win.
    A job that is running runs once more at `due_at`; a stuck one gets a new chance.
    """
    enqueue_many(kind, [key], payload=payload, due_at=due_at)


def enqueue_new(kind: str, key: str) -> None:
    """`enqueue` for a key that nobody can have asked for before: of a row of this transaction. One INSERT."""
    Job(kind=kind, key=key, payload={}, due_at=timezone.now()).save(force_insert=True)


def enqueue_many(
    kind: str, keys: Iterable[str], *, payload: dict | None = None, due_at: datetime | None = None
) -> None:
    """`enqueue` for many keys with a few statements instead of a few per key."""
    due = due_at or timezone.now()
    ordered = sorted(set(keys))  # The same order everywhere, so that two transactions do not deadlock.
    for start in range(0, len(ordered), KEYS_PER_STATEMENT):
        _write(kind, ordered[start : start + KEYS_PER_STATEMENT], payload or {}, due)


def _write(kind: str, keys: list[str], payload: dict, due: datetime) -> None:
    """Insert what is missing, then merge into what is there; again if a worker deleted a row in between."""
    rows = [Job(kind=kind, key=key, payload=payload, due_at=due) for key in keys]
    with transaction.atomic(savepoint=False):
        while True:
            Job.objects.bulk_create(rows, ignore_conflicts=True)
            if _merge(kind, keys, payload, due) == len(keys):
                return


def _merge(kind: str, keys: list[str], payload: dict, due: datetime) -> int:
    wanted = Value(due, output_field=DateTimeField())
    return Job.objects.filter(kind=kind, key__in=keys).update(
        payload=payload,
        due_at=Case(
            When(state=JobState.WAITING, then=Least("due_at", wanted)),
            When(state=JobState.STUCK, then=wanted),
            default=F("due_at"),
        ),
        next_due_at=Case(
            When(state=JobState.RUNNING, then=Least(Coalesce("next_due_at", wanted), wanted)), default=None
        ),
        attempts=Case(When(state=JobState.STUCK, then=NO_ATTEMPTS), default=F("attempts")),
        state=Case(When(state=JobState.STUCK, then=Value(JobState.WAITING)), default=F("state")),
    )
