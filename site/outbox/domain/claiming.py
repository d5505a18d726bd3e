"""Taking jobs so that no two workers do the same one, on SQLite and PostgreSQL alike.

The guard is a conditional UPDATE that writes a random lease: whoever's UPDATE still finds the row
claimable owns it. SQLite runs it in an IMMEDIATE transaction; on PostgreSQL SKIP LOCKED only keeps
workers out of each other's way.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from outbox.enums import JobState
from outbox.models import Job
from outbox.registries import JobKind, jobs

WORKER_DIED = "Der Arbeitsprozess wurde bei jedem Versuch unterbrochen (beendet oder abgestürzt)."


def claim() -> list[Job]:
    """The next due job, or up to `batch_size` of its kind; empty when nothing is due.

    Jobs of kinds that this process does not know stay where they are: another version may know them.
    """
    while (kind := _next_kind(timezone.now())) is not None:
        if claimed := _lease(kind, timezone.now()):
            return claimed
    return []


def renew(lease: str, seconds: int) -> bool:
    """Extend a lease by `seconds` from now; False when it is no longer ours."""
    until = timezone.now() + timedelta(seconds=seconds)
    return bool(Job.objects.filter(lease=lease).update(leased_until=until))


def _next_kind(now: datetime) -> JobKind | None:
    due = Job.objects.claimable(now).filter(kind__in=jobs.names()).order_by("due_at")
    name = due.values_list("kind", flat=True).first()
    return None if name is None else jobs.get(name)


def _lease(kind: JobKind, now: datetime) -> list[Job]:
    lease = secrets.token_hex(16)
    with transaction.atomic():
        _set_aside_exhausted(kind, now)
        chosen = _chosen(Job.objects.claimable(now).filter(kind=kind.kind), kind.batch_size)
        Job.objects.claimable(now).filter(pk__in=chosen).update(
            state=JobState.RUNNING,
            lease=lease,
            leased_until=now + timedelta(seconds=kind.lease_seconds),
            attempts=F("attempts") + 1,
        )
    return list(Job.objects.filter(lease=lease).order_by("due_at", "pk"))


def _chosen(candidates: QuerySet[Job], size: int) -> Sequence[int]:
    if connection.features.has_select_for_update_skip_locked:
        candidates = candidates.select_for_update(skip_locked=True)
    return list(candidates.order_by("due_at", "pk").values_list("pk", flat=True)[:size])


def _set_aside_exhausted(kind: JobKind, now: datetime) -> None:
    """A job that killed its worker each time must not go on killing workers."""
    Job.objects.claimable(now).filter(
        kind=kind.kind, state=JobState.RUNNING, attempts__gte=kind.max_attempts
    ).update(state=JobState.STUCK, lease="", leased_until=None, last_error=WORKER_DIED)
