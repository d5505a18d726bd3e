import pytest
from django.core.cache import cache

from outbox.domain.running import run_due_jobs
from outbox.enums import JobState
from outbox.models import Job
from servicefinder.cases.domain.deliveries import DELIVERY_KIND
from servicefinder.cases.domain.delivering import MAX_ATTEMPTS, deliver, try_again
from servicefinder.cases.enums import DeliveryState, EntryKind
from servicefinder.cases.models import Delivery, JournalEntry
from tests.factories.cases import opened_case

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_remembered():
    cache.clear()


def attempt() -> None:
    """The next attempt, without its pause."""
    Job.objects.filter(kind=DELIVERY_KIND).update(due_at="2020-01-01T00:00Z")
    run_due_jobs()


def delivered() -> int:
    return JournalEntry.objects.filter(kind=EntryKind.DELIVERED).count()


def test_a_case_that_stays_is_settled_at_once():
    opened_case(deliver_to=(("stay", {}),))

    run_due_jobs()

    assert Delivery.objects.get().state == DeliveryState.DONE
    assert delivered() == 1


def test_what_fails_is_tried_again_with_growing_pauses_and_delivered_once():
    opened_case(deliver_to=(("demo", {"fail": 2}),))

    pauses = []
    for _ in range(2):
        attempt()
        job = Job.objects.get(kind=DELIVERY_KIND)
        pauses.append(job.due_at)
    attempt()

    assert pauses[1] > pauses[0]
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.receipt[:5]) == (DeliveryState.DONE, "DEMO-")
    assert delivered() == 1


def test_after_the_last_attempt_it_is_stuck_with_the_reason_and_can_be_tried_again():
    opened_case(deliver_to=(("demo", {"fail": MAX_ATTEMPTS}),))

    for _ in range(MAX_ATTEMPTS):
        attempt()

    delivery = Delivery.objects.get()
    job = Job.objects.get(kind=DELIVERY_KIND)
    assert (delivery.state, job.state) == (DeliveryState.STUCK, JobState.STUCK)
    assert "wie gewünscht" in job.reason
    assert try_again(delivery)
    assert not try_again(delivery)
    attempt()
    assert Delivery.objects.get().state == DeliveryState.DONE


def test_a_repeated_job_changes_nothing():
    opened_case(deliver_to=(("demo", {}),))
    key = str(Delivery.objects.get().pk)

    deliver(key, {})
    deliver(key, {})

    assert delivered() == 1


def test_a_target_that_was_taken_away_is_named():
    opened_case(deliver_to=(("gone", {}),))

    attempt()

    assert "„gone“ gibt es nicht" in Job.objects.get(kind=DELIVERY_KIND).reason
