"""Real worker processes for the concurrency tests; not a test itself.

    python processes.py SCENARIO [ARGUMENT…]     with DATABASE_URL and DATA_DIR in the environment

Starting Django takes seconds, so a scenario does as much as it can in one process. What handlers did is
in the table `probe` or in the file named on the command line, one line per run.
"""

import multiprocessing
import os
import random
import sys
import threading
import time
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(BASE_DIR), str(BASE_DIR / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402

django.setup()

from django.db import connection, connections, transaction  # noqa: E402

from outbox.domain.jobs import enqueue, enqueue_many  # noqa: E402
from outbox.domain.running import run_due_jobs  # noqa: E402
from outbox.domain.worker import Worker  # noqa: E402
from outbox.models import Job  # noqa: E402
from outbox.registries import JobKind, jobs  # noqa: E402

NOTE, SLEEP, COPY = "test.note", "test.sleep", "test.copy"


def append(file: str, line: str) -> None:
    with Path(file).open("a") as log:  # O_APPEND: short lines of several processes do not mix.
        log.write(f"{line}\n")


def in_processes(count: int, work, *args) -> None:
    """Fork after the (slow) start of Django; connections must not be shared."""
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    processes = [fork.Process(target=work, args=args) for _ in range(count)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        if process.exitcode:
            sys.exit(process.exitcode)


def work_until_empty() -> None:
    """Like a worker, until there is no job at all."""
    while Job.objects.exists():
        if not run_due_jobs():
            time.sleep(0.02)
    connections.close_all()


def eight_workers(file: str) -> None:
    jobs.register(JobKind(NOTE, lambda key, payload: append(file, key), batch_size=1))
    enqueue_many(NOTE, [f"{number:03}" for number in range(200)])
    in_processes(8, work_until_empty)


def long_job(file: str, lease_seconds: str, gate: str) -> None:
    """A worker with one job, asked for here, that lasts until the file `gate` exists."""
    enqueue(SLEEP, "a")
    help_with_long_job(file, lease_seconds, gate)


def help_with_long_job(file: str, lease_seconds: str, gate: str) -> None:
    """Another worker that would do the same job; works until there is none."""

    def wait_at_gate(key: str, payload: dict) -> None:
        append(file, "started")
        while not Path(gate).exists():
            time.sleep(0.02)
        append(file, "finished")

    jobs.register(JobKind(SLEEP, wait_at_gate, lease_seconds=int(lease_seconds)))
    append(file, "looking")
    work_until_empty()


def rolled_back() -> None:
    try:
        with transaction.atomic():
            enqueue(NOTE, "never")
            raise RuntimeError("the change fails")
    except RuntimeError:
        pass


def changes_while_running(changes: str) -> None:
    """Three writers change rows and ask for a copy of each; three workers copy. Nothing may be missed."""
    jobs.register(JobKind(COPY, copy, handle_many=copy_many, batch_size=3))
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE probe (name varchar(10) PRIMARY KEY, wanted integer, seen integer)")
        cursor.executemany("INSERT INTO probe VALUES (%s, 0, 0)", [[f"row{n}"] for n in range(5)])
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    done = fork.Event()
    workers = [fork.Process(target=work_until_told, args=(done,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    in_processes(3, change_rows, int(changes))
    done.set()
    for worker in workers:
        worker.join()


def change_rows(changes: int) -> None:
    chance = random.Random(os.getpid())
    for _ in range(changes):
        name = f"row{chance.randrange(5)}"
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE probe SET wanted = wanted + 1 WHERE name = %s", [name])
            enqueue(COPY, name)
    connections.close_all()


def work_until_told(done) -> None:
    while not (done.is_set() and not Job.objects.exists()):
        if not run_due_jobs():
            time.sleep(0.005)
    connections.close_all()


def copy(key: str, payload: dict) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT wanted FROM probe WHERE name = %s", [key])
        wanted = cursor.fetchone()[0]
        time.sleep(0.003)  # Long enough for a change to arrive between reading and writing.
        cursor.execute("UPDATE probe SET seen = %s WHERE name = %s", [wanted, key])


def copy_many(batch: list[tuple[str, dict]]) -> None:
    for key, payload in batch:
        copy(key, payload)


def worker_process(file: str) -> None:
    """`manage.py worker` with a job that takes a second; ended from outside by SIGTERM."""

    def slow(key: str, payload: dict) -> None:
        append(file, f"started {key}")
        time.sleep(1)
        append(file, f"finished {key}")

    jobs.register(JobKind(SLEEP, slow))
    enqueue(SLEEP, "a")
    enqueue(SLEEP, "b")
    from django.core.management import call_command

    call_command("worker")


def locked_database(file: str) -> None:
    """A worker turns while another process holds the write lock longer than the timeout."""
    jobs.register(JobKind(NOTE, lambda key, payload: append(file, key)))
    connection.settings_dict["OPTIONS"] = connection.settings_dict["OPTIONS"] | {"timeout": 0.2}
    enqueue(NOTE, "after the lock")
    locked, release = threading.Event(), threading.Event()

    def hold_lock() -> None:
        with transaction.atomic():
            locked.set()
            release.wait(10)
        connection.close()

    holder = threading.Thread(target=hold_lock)
    holder.start()
    locked.wait(10)
    worker = Worker(threading.Event())
    append(file, f"busy while locked: {worker.supervised_turn()}")
    release.set()
    holder.join()
    worker.supervised_turn()


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
