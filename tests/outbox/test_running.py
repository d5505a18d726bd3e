"""What becomes of a job when its handler succeeds, fails, asks for time, or is overtaken by a change."""

from datetime import timedelta

import pytest
from django.utils import timezone

from outbox.domain.backoff import LONGEST_PAUSE_SECONDS, pause_seconds
from outbox.domain.claiming import WORKER_DIED, claim, renew
from outbox.domain.jobs import RetryLater, enqueue, enqueue_many
from outbox.domain.running import run_claimed, run_due_jobs
from outbox.enums import JobState
from outbox.models import Job
from outbox.registries import JobKind, jobs

pytestmark = pytest.mark.django_db


class Handler:
    """Notes its calls; does what `acts` says, one entry per call, then nothing."""

    def __init__(self, *acts) -> None:
        self.acts = list(acts)
        self.calls: list[tuple[str, dict]] = []

    def __call__(self, key: str, payload: dict) -> None:
        self.calls.append((key, payload))
        if self.acts and (act := self.acts.pop(0)):
            act()


def raising(error: Exception):
    def act() -> None:
        raise error

    return act


@pytest.fixture(autouse=True)
def no_other_kinds():
    with jobs.fresh():
        yield


def register(handler: Handler, **options) -> Handler:
    jobs.register(JobKind("test", handler, **options))
    return handler


def make_due() -> None:
    Job.objects.update(due_at=timezone.now())


def test_done_job_is_gone():
    handler = register(Handler())
    enqueue("test", "a", payload={"n": 1})

    assert run_due_jobs() == 1

    assert handler.calls == [("a", {"n": 1})]
    assert not Job.objects.exists()


def test_job_runs_when_it_is_due_and_oldest_first():
    handler = register(Handler())
    now = timezone.now()
    for key, minutes in (("future", 1), ("recent", -1), ("old", -9)):
        enqueue("test", key, due_at=now + timedelta(minutes=minutes))

    run_due_jobs()

    assert [key for key, _ in handler.calls] == ["old", "recent"]
    assert Job.objects.get().key == "future"


def test_failed_job_waits_longer_each_time_and_says_why():
    register(Handler(raising(ValueError("no such page")), raising(ValueError("still no page"))))
    enqueue("test", "a")

    before = timezone.now()
    run_due_jobs()
    first, between = Job.objects.get(), timezone.now()
    make_due()
    run_due_jobs()
    second, after = Job.objects.get(), timezone.now()

    assert (first.state, first.attempts) == (JobState.WAITING, 1)
    assert before + timedelta(seconds=3) < first.due_at < between + timedelta(seconds=6)
    assert between + timedelta(seconds=7) < second.due_at < after + timedelta(seconds=12)
    assert "ValueError: still no page" in second.last_error


def test_job_that_fails_too_often_is_stuck_and_kept():
    handler = register(Handler(*[raising(ValueError("broken"))] * 5), max_attempts=2)
    enqueue("test", "a")
    for _ in range(4):
        run_due_jobs()
        make_due()

    job = Job.objects.get()
    assert len(handler.calls) == 2
    assert job.state == JobState.STUCK
    assert "ValueError: broken" in job.last_error


def test_what_is_down_costs_no_attempt():
    register(Handler(*[raising(RetryLater(60, "Suchserver antwortet nicht"))] * 5), max_attempts=2)
    enqueue("test", "a")
    for _ in range(5):
        make_due()
        before = timezone.now()
        run_due_jobs()

    job = Job.objects.get()
    assert (job.state, job.attempts) == (JobState.WAITING, 0)
    assert job.last_error == "Suchserver antwortet nicht"
    assert before + timedelta(seconds=55) < job.due_at <= timezone.now() + timedelta(seconds=60)


def test_one_failing_job_does_not_hold_up_the_others():
    handler = register(Handler(raising(ValueError("broken"))))
    enqueue_many("test", ["a", "b", "c"])

    run_due_jobs()

    assert len(handler.calls) == 3
    assert Job.objects.get().attempts == 1


def test_change_during_the_run_makes_it_run_again():
    handler = register(Handler(lambda: enqueue("test", "a", payload={"n": 2})))
    enqueue("test", "a", payload={"n": 1})

    run_due_jobs()

    assert handler.calls == [("a", {"n": 1}), ("a", {"n": 2})]
    assert not Job.objects.exists()


def test_handler_can_ask_for_its_own_next_run():
    tomorrow = timezone.now() + timedelta(days=1)
    handler = register(Handler(lambda: enqueue("test", "a", due_at=tomorrow)))
    enqueue("test", "a")

    run_due_jobs()

    job = Job.objects.get()
    assert len(handler.calls) == 1
    assert (job.state, job.due_at, job.next_due_at, job.attempts) == (JobState.WAITING, tomorrow, None, 0)


def test_change_during_the_last_failing_run_starts_afresh():
    def change_and_fail() -> None:
        enqueue("test", "a", due_at=timezone.now() + timedelta(hours=1))
        raise ValueError("broken")

    register(Handler(change_and_fail), max_attempts=1)
    enqueue("test", "a")

    run_due_jobs()

    job = Job.objects.get()
    assert (job.state, job.attempts, job.next_due_at) == (JobState.WAITING, 0, None)
    assert job.due_at > timezone.now() + timedelta(minutes=59)


def test_change_during_a_failing_run_does_not_wait_for_the_pause():
    def change_and_fail() -> None:
        enqueue("test", "a")
        raise ValueError("broken")

    handler = register(Handler(change_and_fail))
    enqueue("test", "a")

    run_due_jobs()

    assert len(handler.calls) == 2
    assert not Job.objects.exists()


def test_unknown_kind_waits_for_a_version_that_knows_it():
    register(Handler())
    enqueue("from.another.version", "a")

    assert run_due_jobs() == 0
    assert Job.objects.get().state == JobState.WAITING


def test_abandoned_job_is_taken_up_after_its_lease_only():
    handler = register(Handler(), lease_seconds=60)
    enqueue("test", "a")
    claim()  # And the worker dies.

    assert run_due_jobs() == 0
    Job.objects.update(leased_until=timezone.now() - timedelta(seconds=1))

    assert run_due_jobs() == 1
    assert len(handler.calls) == 1


def test_job_that_kills_every_worker_is_set_aside():
    handler = register(Handler(), max_attempts=3)
    enqueue("test", "a")
    for _ in range(5):
        claim()
        Job.objects.filter(state=JobState.RUNNING).update(leased_until=timezone.now() - timedelta(seconds=1))

    job = Job.objects.get()
    assert handler.calls == []
    assert (job.state, job.attempts, job.last_error) == (JobState.STUCK, 3, WORKER_DIED)


def test_worker_that_lost_its_lease_changes_nothing():
    def lose_lease() -> None:
        Job.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
        assert claim()

    register(Handler(lose_lease))
    enqueue("test", "a")
    claimed = claim()

    run_claimed(claimed)

    job = Job.objects.get()
    assert job.state == JobState.RUNNING
    assert job.lease != claimed[0].lease
    assert not renew(claimed[0].lease, 60)


def test_batch_is_handed_over_at_once():
    batches = []
    handler = register(Handler(), handle_many=batches.append, batch_size=3)
    enqueue_many("test", ["a", "b", "c", "d"], payload={"n": 1})

    assert run_due_jobs() == 4

    assert [[key for key, _ in batch] for batch in batches] == [["a", "b", "c"]]
    assert handler.calls == [("d", {"n": 1})]
    assert not Job.objects.exists()


def test_failing_batch_is_done_one_by_one_to_find_the_culprit():
    def fail(batch: list) -> None:
        raise ValueError("one of these")

    handler = register(Handler(None, raising(ValueError("me"))), handle_many=fail, batch_size=3)
    enqueue_many("test", ["a", "b", "c"])

    run_due_jobs()

    assert [key for key, _ in handler.calls] == ["a", "b", "c"]
    culprit = Job.objects.get()
    assert culprit.key == "b"
    assert "ValueError: me" in culprit.last_error


def test_batch_waits_together_when_something_is_down():
    def down(batch: list) -> None:
        raise RetryLater(30, "Suchserver antwortet nicht")

    handler = register(Handler(), handle_many=down, batch_size=2)
    enqueue_many("test", ["a", "b"])

    run_due_jobs()

    assert handler.calls == []
    assert [(job.attempts, job.last_error) for job in Job.objects.all()] == [
        (0, "Suchserver antwortet nicht")
    ] * 2


def test_long_error_is_cut_to_its_end():
    register(Handler(raising(ValueError("x" * 10_000 + " the end"))))
    enqueue("test", "a")

    run_due_jobs()

    error = Job.objects.get().last_error
    assert len(error) == 4000
    assert error.rstrip().endswith("the end")


def test_pauses_grow_to_an_hour_and_differ():
    assert 4 <= pause_seconds(1) <= 6
    assert 64 <= pause_seconds(5) <= 96
    assert all(pause_seconds(attempts) <= LONGEST_PAUSE_SECONDS * 1.2 for attempts in (20, 1000))
    assert len({pause_seconds(3) for _ in range(10)}) > 1
