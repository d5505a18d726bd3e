"""The loop in one process; see test_concurrency.py for several."""

import threading
import time
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from outbox.domain import worker as worker_module
from outbox.domain.heartbeats import heartbeat_age
from outbox.domain.jobs import enqueue
from outbox.domain.mail import queue_mail
from outbox.domain.worker import Worker
from outbox.models import Job, ScheduleEntry, WorkerHeartbeat
from outbox.registries import JobKind, Recurring, jobs, schedule

pytestmark = pytest.mark.django_db


def test_once_does_everything_that_is_due_and_ends():
    queue_mail(to=["amt@stadt.example"], subject="Hallo", text="Text")
    ScheduleEntry.objects.create(name="outbox.publish_due", next_at=timezone.now() - timedelta(minutes=1))

    call_command("worker", once=True)

    assert len(mail.outbox) == 1
    assert ScheduleEntry.objects.get(name="outbox.publish_due").last_run_at is not None
    assert not Job.objects.exists()


def test_schedule_is_looked_at_when_the_next_work_is_due(django_assert_max_num_queries):
    worker = Worker(threading.Event())
    worker.turn()

    with django_assert_max_num_queries(2):  # Jobs and tasks, nothing else.
        assert worker.turn() is False


def test_every_registered_work_has_a_plan_after_one_turn():
    Worker(threading.Event()).turn()

    assert set(ScheduleEntry.objects.values_list("name", flat=True)) == set(schedule.names())


def test_turn_that_breaks_is_followed_by_another(monkeypatch: pytest.MonkeyPatch):
    def locked() -> None:
        raise OperationalError("database is locked")

    stop = threading.Event()
    stop.set()  # So that the pause is none.
    worker = Worker(stop)
    monkeypatch.setattr(worker_module.connections, "close_all", lambda: None)
    monkeypatch.setattr(worker_module, "start_due", locked)

    assert worker.supervised_turn() is False
    assert worker.failures == 1
    monkeypatch.undo()
    worker.supervised_turn()

    assert worker.failures == 0


@pytest.mark.django_db(transaction=True)
def test_running_worker_beats_works_and_leaves_no_trace():
    stop, done = threading.Event(), threading.Event()
    with jobs.fresh(), schedule.fresh():
        jobs.register(JobKind("test", lambda key, payload: done.set()))
        schedule.register(Recurring("test", run=lambda: None, label="Test", every=timedelta(hours=1)))
        runner = threading.Thread(target=Worker(stop).run)
        runner.start()
        time.sleep(0.3)
        enqueue("test", "a")

        assert done.wait(5)
        assert age_of_the_first_beat() < 5
        stop.set()
        runner.join(5)

    assert not runner.is_alive()
    assert not WorkerHeartbeat.objects.exists()


def age_of_the_first_beat() -> float:
    """The pulse is a thread of its own: on a busy machine, its first beat may come after the first job."""
    deadline = time.monotonic() + 5
    while (age := heartbeat_age()) is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert age is not None, "no heartbeat within five seconds"
    return age
