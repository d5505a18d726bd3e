"""Doing claimed jobs: call the handler, keep the lease alive meanwhile, record the outcome."""

import traceback

import structlog

from outbox.domain.claiming import claim
from outbox.domain.jobs import RetryLater
from outbox.domain.leases import kept_alive
from outbox.domain.outcomes import fail, postpone, succeed
from outbox.models import Job
from outbox.registries import JobKind, jobs

log = structlog.get_logger("outbox")


def run_due_jobs(limit: int | None = None) -> int:
    """Do due jobs until none is left, or at least `limit`; the number done.

    What a handler raises is recorded with the job and goes no further.
    """
    done = 0
    while (limit is None or done < limit) and (claimed := claim()):
        run_claimed(claimed)
        done += len(claimed)
    return done


def run_claimed(claimed: list[Job]) -> None:
    """Run jobs of one kind that share a lease."""
    kind = jobs.get(claimed[0].kind)
    if kind is None:
        raise LookupError(f"no handler for {claimed[0].kind}")
    with kept_alive(claimed[0].lease, kind.lease_seconds):
        if len(claimed) > 1 and _done_together(kind, claimed):
            return
        for job in claimed:
            _run_one(kind, job)


def _done_together(kind: JobKind, claimed: list[Job]) -> bool:
    """Whether the batch is settled; False sends its jobs through one by one, to find the one that fails."""
    if kind.handle_many is None:
        return False
    try:
        kind.handle_many([(job.key, job.payload) for job in claimed])
    except RetryLater as later:
        for job in claimed:
            postpone(job, later.seconds, later.reason)
    except Exception as error:
        log.warning("batch failed", kind=kind.kind, size=len(claimed), error=type(error).__name__)
        return False
    else:
        for job in claimed:
            succeed(job)
    return True


def _run_one(kind: JobKind, job: Job) -> None:
    try:
        kind.handle(job.key, job.payload)
    except RetryLater as later:
        postpone(job, later.seconds, later.reason)
    except Exception as error:
        # The message may hold personal data: it is kept with the job, not in the log.
        log.warning("job failed", kind=job.kind, job=job.pk, attempt=job.attempts, error=type(error).__name__)
        fail(job, traceback.format_exc(), kind.max_attempts)
    else:
        succeed(job)
