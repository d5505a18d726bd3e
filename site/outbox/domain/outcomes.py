"""What becomes of a job after its handler: done, later, again, or stuck.

Each outcome is a conditional UPDATE or DELETE on the lease, so a worker that lost its lease
changes nothing, and a change that arrived during the run (`next_due_at`) is never lost.
"""

from datetime import timedelta

from django.db.models import DateTimeField, F, QuerySet, Value
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

from outbox.domain.backoff import pause_seconds
from outbox.enums import JobState
from outbox.models import Job

ERROR_LIMIT_CHARACTERS = 4000


def succeed(job: Job) -> None:
    """Delete the job, or let it wait for its next run if it was asked for meanwhile."""
    done = _mine(job).filter(next_due_at__isnull=True)
    # One DELETE with its condition. QuerySet.delete() would first read the rows as soon as anyone
    # listens to post_delete, and a change that arrives in between would be lost.
    if not done._raw_delete(done.db):
        _mine(job).update(due_at=F("next_due_at"), attempts=0, last_error="", **_released())


def postpone(job: Job, seconds: float, reason: str) -> None:
    """Wait without counting the attempt: what the job needs is down."""
    _wait(job, seconds, reason, attempts=job.attempts - 1)


def fail(job: Job, error: str, max_attempts: int) -> None:
    """Wait for another attempt, or be stuck after the last; a change that arrived meanwhile starts afresh."""
    if job.attempts < max_attempts:
        return _wait(job, pause_seconds(job.attempts), error, attempts=job.attempts)
    shown = error[-ERROR_LIMIT_CHARACTERS:]
    stuck = _released() | {"state": JobState.STUCK}
    if not _mine(job).filter(next_due_at__isnull=True).update(last_error=shown, **stuck):
        _mine(job).update(due_at=F("next_due_at"), attempts=0, last_error=shown, **_released())
    return None


def _wait(job: Job, seconds: float, reason: str, *, attempts: int) -> None:
    due = Value(timezone.now() + timedelta(seconds=seconds), output_field=DateTimeField())
    _mine(job).update(
        due_at=Least(Coalesce("next_due_at", due), due),
        attempts=attempts,
        last_error=reason[-ERROR_LIMIT_CHARACTERS:],
        **_released(),
    )


def _mine(job: Job) -> QuerySet[Job]:
    return Job.objects.filter(pk=job.pk, lease=job.lease)


def _released() -> dict:
    return {"state": JobState.WAITING, "next_due_at": None, "lease": "", "leased_until": None}
