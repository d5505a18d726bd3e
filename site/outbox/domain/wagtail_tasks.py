"""Wagtail's own tasks (its search and reference index, deleted files), kept by django-tasks-db.

Its worker dies of a locked database, leaves the tasks of a killed process "running" for ever and
never tries again. So our worker does these tasks, and adds what is missing.
"""

from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from outbox.domain.heartbeats import worker_name

WINDOW = 50  # Among these, a task asked for twice is done once.
BATCH_SIZE = 5  # Some of them take a tenth of a second, and jobs that citizens wait for come in between.
MAX_ATTEMPTS = 3
RETRY_PAUSE = timedelta(seconds=30)
ABANDONED_AFTER = timedelta(minutes=10)
KEEP_SUCCESSFUL = timedelta(hours=1)
KEEP_FAILED = timedelta(days=14)


def run_wagtail_tasks() -> int:
    """Do one batch of waiting tasks; the number done. The same task asked for twice is done once."""
    if not DBTaskResult.objects.ready().exists():
        return 0
    tasks = _claim()
    runner = _runner()
    for task in tasks:
        runner.run_task(task)
        _after(task)
    return len(tasks)


def take_up_abandoned_tasks() -> None:
    """Tasks of a killed worker wait again: all that Wagtail enqueues can be done twice."""
    abandoned = DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - ABANDONED_AFTER)
    abandoned.update(status="READY", started_at=None)


def prune_tasks() -> None:
    """Forget successful tasks after an hour (an import makes thousands), failed ones after two weeks."""
    now = timezone.now()
    DBTaskResult.objects.successful().filter(finished_at__lt=now - KEEP_SUCCESSFUL).delete()
    DBTaskResult.objects.failed().filter(finished_at__lt=now - KEEP_FAILED).delete()


def _claim() -> list[DBTaskResult]:
    with transaction.atomic():
        ready = DBTaskResult.objects.ready()
        if connection.features.has_select_for_update_skip_locked:
            ready = ready.select_for_update(skip_locked=True)
        first_of: dict[tuple[str, str], DBTaskResult] = {}
        for task in ready[:WINDOW]:
            if first_of.setdefault((task.task_path, repr(task.args_kwargs)), task) is not task:
                task.delete()
        claimed = list(first_of.values())[:BATCH_SIZE]
        for task in claimed:
            task.claim(worker_name()[-64:])
        return claimed


def _after(task: DBTaskResult) -> None:
    """Forget a task whose object is gone; give one that failed otherwise another chance."""
    if task.exception_class_path.endswith("DoesNotExist"):
        task.delete()
    elif task.status == "FAILED" and len(task.worker_ids) < MAX_ATTEMPTS:
        task.status, task.run_after = "READY", timezone.now() + RETRY_PAUSE
        task.save(update_fields=["status", "run_after"])


def _runner() -> Worker:
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_name()[-64:],
        excluded_queue_names=[],
    )
