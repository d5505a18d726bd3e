from datetime import UTC, datetime, time, timedelta
from unittest import mock

import pytest

from outbox.domain import recurring as recurring_module
from outbox.domain.jobs import RetryLater
from outbox.domain.recurring import RECURRING_KIND, next_run, run_recurring, start_due
from outbox.domain.running import run_due_jobs
from outbox.models import Job, ScheduleEntry
from outbox.registries import Recurring, schedule

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 23, 12, 0, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def empty_schedule():
    with schedule.fresh():
        yield


def at(moment: datetime):
    return mock.patch("outbox.domain.recurring.timezone.now", return_value=moment)


def register(run=lambda: None, **options) -> None:
    schedule.register(
        Recurring("test", run=run, label="Test", **(options or {"every": timedelta(minutes=1)}))
    )


def recurring(**options) -> Recurring:
    return Recurring("test", run=lambda: None, label="Test", **options)


def test_work_runs_on_the_full_minute():
    assert next_run(recurring(every=timedelta(minutes=1)), NOON) == datetime(2026, 11, 23, 12, 1, tzinfo=UTC)
    assert next_run(recurring(every=timedelta(hours=1)), NOON) == datetime(2026, 11, 23, 13, 0, tzinfo=UTC)


def test_exactly_due_work_is_next_due_one_step_later():
    full = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

    assert next_run(recurring(every=timedelta(minutes=5)), full) == full + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (datetime(2026, 1, 10, 1, 0, tzinfo=UTC), datetime(2026, 1, 10, 2, 30, tzinfo=UTC)),  # winter
        (datetime(2026, 1, 10, 2, 30, tzinfo=UTC), datetime(2026, 1, 11, 2, 30, tzinfo=UTC)),
        (datetime(2026, 7, 10, 1, 0, tzinfo=UTC), datetime(2026, 7, 10, 1, 30, tzinfo=UTC)),  # summer
        (
            datetime(2026, 3, 28, 12, 0, tzinfo=UTC),
            datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        ),  # forward
        (datetime(2026, 10, 24, 12, 0, tzinfo=UTC), datetime(2026, 10, 25, 2, 30, tzinfo=UTC)),  # back
    ],
)
def test_daily_work_keeps_local_time(after: datetime, expected: datetime):
    assert next_run(recurring(daily_at=time(3, 30)), after) == expected


@pytest.mark.parametrize("options", [{}, {"every": timedelta(hours=1), "daily_at": time(3)}])
def test_schedule_needs_exactly_one_time(options: dict):
    with pytest.raises(ValueError, match="either every or daily_at"):
        recurring(**options)


def test_new_work_waits_for_its_first_time():
    register()

    with at(NOON):
        again_at = start_due()

    assert again_at == ScheduleEntry.objects.get().next_at == datetime(2026, 11, 23, 12, 1, tzinfo=UTC)
    assert not Job.objects.exists()


def test_due_work_becomes_one_job_however_many_workers_look():
    register()
    with at(NOON):
        start_due()

    with at(NOON + timedelta(minutes=1)):
        start_due()
        start_due()

    assert [(job.kind, job.key) for job in Job.objects.all()] == [(RECURRING_KIND, "test")]


def test_of_two_workers_that_saw_the_same_time_one_starts_the_work():
    register()
    ScheduleEntry.objects.create(name="test", next_at=NOON)
    following = NOON + timedelta(minutes=1)

    recurring_module._start(schedule.get("test"), NOON, following)
    Job.objects.all().delete()
    recurring_module._start(schedule.get("test"), NOON, following)

    assert not Job.objects.exists()


def test_missed_runs_are_made_up_for_once():
    register(daily_at=time(3, 30))
    ScheduleEntry.objects.create(name="test", next_at=NOON - timedelta(days=5))

    with at(NOON):
        start_due()

    assert Job.objects.count() == 1
    assert ScheduleEntry.objects.get().next_at == datetime(2026, 11, 24, 2, 30, tzinfo=UTC)


def test_tightened_schedule_counts_at_once():
    ScheduleEntry.objects.create(name="test", next_at=NOON + timedelta(days=1))
    register(every=timedelta(minutes=1))

    with at(NOON):
        start_due()

    assert ScheduleEntry.objects.get().next_at == datetime(2026, 11, 23, 12, 1, tzinfo=UTC)


def test_run_is_noted():
    done = []
    register(run=lambda: done.append(1))
    ScheduleEntry.objects.create(name="test", next_at=NOON, last_error="earlier")

    run_recurring("test", {})

    entry = ScheduleEntry.objects.get()
    assert done == [1]
    assert entry.last_run_at is not None and entry.last_seconds >= 0
    assert entry.last_error == ""


def test_failed_run_is_noted_and_raised_for_another_attempt():
    def fail() -> None:
        raise ValueError("broken")

    register(run=fail)
    ScheduleEntry.objects.create(name="test", next_at=NOON)

    with pytest.raises(ValueError, match="broken"):
        run_recurring("test", {})

    assert ScheduleEntry.objects.get().last_error == "ValueError: broken"


def test_run_can_ask_for_time():
    def down() -> None:
        raise RetryLater(60, "Suchserver antwortet nicht")

    register(run=down)
    ScheduleEntry.objects.create(name="test", next_at=datetime(2026, 1, 1, tzinfo=UTC))

    start_due()
    run_due_jobs()

    job = Job.objects.get()
    assert (job.attempts, job.last_error) == (0, "Suchserver antwortet nicht")


def test_work_that_nobody_knows_any_more_does_nothing():
    run_recurring("gone", {})
