from datetime import timedelta

import pytest
from django.utils import timezone

from outbox.domain.heartbeats import beat, end, heartbeat_age
from outbox.models import WorkerHeartbeat

pytestmark = pytest.mark.django_db


def test_no_worker_no_age():
    assert heartbeat_age() is None


def test_age_is_that_of_the_liveliest_worker():
    now = timezone.now()
    WorkerHeartbeat.objects.create(worker="a:1", started_at=now, beat_at=now - timedelta(seconds=500))
    WorkerHeartbeat.objects.create(worker="b:1", started_at=now, beat_at=now - timedelta(seconds=50))

    assert 49 < heartbeat_age() < 60


def test_worker_has_one_row_that_moves():
    started = timezone.now() - timedelta(hours=1)
    beat("a:1", started)
    first = WorkerHeartbeat.objects.get().beat_at

    beat("a:1", started)

    row = WorkerHeartbeat.objects.get()
    assert row.beat_at > first
    assert row.started_at == started


def test_ended_worker_is_not_missed_and_killed_ones_are_forgotten_in_time():
    now = timezone.now()
    for name, minutes in (("killed-long-ago", 90), ("killed-just-now", 5), ("ends", 0)):
        beat_at = now - timedelta(minutes=minutes)
        WorkerHeartbeat.objects.create(worker=name, started_at=beat_at, beat_at=beat_at)

    end("ends")

    assert [row.worker for row in WorkerHeartbeat.objects.all()] == ["killed-just-now"]
