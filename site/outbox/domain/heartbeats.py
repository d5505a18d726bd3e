"""Signs of life of the workers, read by `/readyz` and the back office."""

import os
import socket
from datetime import datetime, timedelta

from django.db.models import Max
from django.utils import timezone

from outbox.models import WorkerHeartbeat

FORGET_AFTER = timedelta(hours=1)


def worker_name() -> str:
    """`host:pid` of this process."""
    return f"{socket.gethostname()}:{os.getpid()}"[-120:]


def beat(worker: str, started_at: datetime) -> None:
    """Say that `worker` is alive now."""
    now = timezone.now()
    if not WorkerHeartbeat.objects.filter(worker=worker).update(beat_at=now):
        WorkerHeartbeat.objects.create(worker=worker, started_at=started_at, beat_at=now)


def end(worker: str) -> None:
    """An orderly end: this worker is not missed. Clears away rows of workers that were killed, too."""
    WorkerHeartbeat.objects.filter(worker=worker).delete()
    WorkerHeartbeat.objects.filter(beat_at__lt=timezone.now() - FORGET_AFTER).delete()


def heartbeat_age() -> float | None:
    """Seconds since any worker was last heard of; None when there is none."""
    latest = WorkerHeartbeat.objects.aggregate(latest=Max("beat_at"))["latest"]
    return None if latest is None else max(0.0, (timezone.now() - latest).total_seconds())
