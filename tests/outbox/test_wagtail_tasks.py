"""Wagtail's own tasks, done by our worker."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, Site

from outbox.domain.wagtail_tasks import (
    BATCH_SIZE,
    MAX_ATTEMPTS,
    prune_tasks,
    run_wagtail_tasks,
    take_up_abandoned_tasks,
)

pytestmark = pytest.mark.django_db

DONE: list[str] = []


@task()
def note(text: str) -> None:
    DONE.append(text)


@task()
def fail() -> None:
    raise ValueError("broken")


@task()
def miss() -> None:
    Page.objects.get(pk=0)


@pytest.fixture(autouse=True)
def nothing_else():
    DBTaskResult.objects.all().delete()
    DONE.clear()


def run_all() -> int:
    done = 0
    while count := run_wagtail_tasks():
        done += count
    return done


def test_saved_page_is_found_in_wagtails_search():
    page = Site.objects.get().root_page.specific
    page.title = "Quittungsbuch"
    page.save()
    assert not Page.objects.search("Quittungsbuch")

    assert run_all() > 0

    assert [hit.pk for hit in Page.objects.search("Quittungsbuch")] == [page.pk]
    assert not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists()


def test_same_task_asked_for_often_is_done_once():
    for text in ("a", "b", "a", "a"):
        note.enqueue(text)

    assert run_all() == 2

    assert sorted(DONE) == ["a", "b"]
    assert not DBTaskResult.objects.ready().exists()


def test_more_than_one_batch():
    for number in range(BATCH_SIZE + 5):
        note.enqueue(str(number))

    assert run_all() == BATCH_SIZE + 5
    assert len(DONE) == BATCH_SIZE + 5


def test_failed_task_is_tried_again_some_times_and_then_kept():
    fail.enqueue()
    attempts = 0
    while run_wagtail_tasks():
        attempts += 1
        DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())

    result = DBTaskResult.objects.get()
    assert attempts == MAX_ATTEMPTS
    assert result.status == "FAILED"
    assert "ValueError: broken" in result.traceback


def test_task_about_something_that_is_gone_is_forgotten():
    miss.enqueue()

    assert run_all() == 1

    assert not DBTaskResult.objects.exists()


def test_task_of_a_killed_worker_is_taken_up():
    now = timezone.now()
    note.enqueue("abandoned")
    DBTaskResult.objects.update(status="RUNNING", started_at=now - timedelta(minutes=11))
    note.enqueue("at work")
    DBTaskResult.objects.filter(status="READY").update(status="RUNNING", started_at=now)

    take_up_abandoned_tasks()
    run_all()

    assert DONE == ["abandoned"]


def test_finished_tasks_are_forgotten():
    now = timezone.now()
    for status, age in [
        ("SUCCESSFUL", timedelta(minutes=61)),
        ("SUCCESSFUL", timedelta(minutes=59)),
        ("FAILED", timedelta(days=15)),
        ("FAILED", timedelta(days=13)),
    ]:
        note.enqueue(f"{status} {age}")
        DBTaskResult.objects.filter(status="READY").update(status=status, finished_at=now - age)

    prune_tasks()

    kept = [result.args_kwargs["args"][0] for result in DBTaskResult.objects.order_by("enqueued_at")]
    assert kept == ["SUCCESSFUL 0:59:00", "FAILED 13 days, 0:00:00"]
