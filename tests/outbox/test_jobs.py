"""Asking for work: what becomes of a second request, in every state of the first."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from outbox.domain.claiming import claim
from outbox.domain.jobs import enqueue, enqueue_many
from outbox.enums import JobState
from outbox.models import Job
from outbox.registries import JobKind, jobs

pytestmark = pytest.mark.django_db


def in_hours(hours: int):
    return timezone.now() + timedelta(hours=hours)


@pytest.fixture
def kind():
    with jobs.fresh():
        jobs.register(JobKind("test", lambda key, payload: None))
        yield


def test_asked_for_twice_waits_once_with_the_newer_payload():
    enqueue("test", "a", payload={"n": 1})
    enqueue("test", "a", payload={"n": 2})

    assert Job.objects.get().payload == {"n": 2}


@pytest.mark.parametrize(("first", "second"), [(1, 5), (5, 1)])
def test_earlier_due_date_wins(first: int, second: int):
    earlier = in_hours(1)
    for hours in (first, second):
        enqueue("test", "a", due_at=earlier if hours == 1 else in_hours(5))

    assert Job.objects.get().due_at == earlier


def test_same_key_of_another_kind_is_another_job():
    enqueue("test", "a")
    enqueue("other", "a")

    assert Job.objects.count() == 2


def test_request_during_the_run_leaves_the_run_alone_and_asks_for_another(kind: None):
    enqueue("test", "a")
    claim()
    later = in_hours(3)

    enqueue("test", "a", due_at=later)

    job = Job.objects.get()
    assert (job.state, job.next_due_at) == (JobState.RUNNING, later)


def test_of_several_requests_during_the_run_the_earliest_counts(kind: None):
    enqueue("test", "a")
    claim()
    earliest = in_hours(1)

    for due_at in (in_hours(3), earliest, in_hours(2)):
        enqueue("test", "a", due_at=due_at)

    assert Job.objects.get().next_due_at == earliest


def test_request_revives_a_stuck_job():
    Job.objects.create(kind="test", key="a", state=JobState.STUCK, attempts=10, last_error="broken")

    enqueue("test", "a")

    job = Job.objects.get()
    assert (job.state, job.attempts) == (JobState.WAITING, 0)
    assert job.due_at <= timezone.now()


def test_many_keys_take_few_statements(django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        enqueue_many("test", (str(number) for number in range(1000)))

    assert Job.objects.count() == 1000


def test_many_keys_merge_with_waiting_ones():
    enqueue_many("test", ["a", "b"], payload={"n": 1})
    enqueue_many("test", ["b", "c", "b"], payload={"n": 2})

    payloads = {job.key: job.payload["n"] for job in Job.objects.all()}
    assert payloads == {"a": 1, "b": 2, "c": 2}


def test_no_keys_no_jobs():
    enqueue_many("test", [])

    assert not Job.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_rolled_back_change_leaves_the_earlier_request_as_it_was():
    enqueue("test", "a", payload={"n": 1})

    with pytest.raises(RuntimeError), transaction.atomic():
        enqueue("test", "a", payload={"n": 2})
        raise RuntimeError

    assert Job.objects.get().payload == {"n": 1}
