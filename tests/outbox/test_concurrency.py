"""Several real processes on one real database; each test runs on SQLite and on PostgreSQL."""

import signal
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from tests.real_processes import Processes

pytestmark = pytest.mark.slow

Lines = Callable[[], list[str]]


def wait_for(lines: Lines, expected: str, process: Popen) -> None:
    """Until `process` has written `expected`; on a busy machine its start alone may take half a minute."""
    deadline = time.monotonic() + 120
    while expected not in lines():
        assert process.poll() is None, f"ended with {process.returncode}: {lines()}"
        assert time.monotonic() < deadline, f"{expected!r} did not come: {lines()}"
        time.sleep(0.05)


def test_eight_workers_do_two_hundred_jobs_once_each(processes: Processes, tmp_path: Path, lines: Lines):
    processes.run("eight_workers", tmp_path / "runs")

    assert sorted(lines()) == [f"{number:03}" for number in range(200)]
    assert processes.jobs() == []


def test_job_of_killed_worker_runs_again(processes: Processes, tmp_path: Path, lines: Lines):
    runs, gate = tmp_path / "runs", tmp_path / "gate"
    victim = processes.start("long_job", runs, 2, gate)
    wait_for(lines, "started", victim)

    victim.send_signal(signal.SIGKILL)
    victim.wait()
    assert processes.jobs() == [("a", "running", 1)]
    gate.touch()
    processes.run("help_with_long_job", runs, 2, gate)

    assert lines() == ["looking", "started", "looking", "started", "finished"]
    assert processes.jobs() == []


def test_long_job_keeps_its_lease(processes: Processes, tmp_path: Path, lines: Lines):
    runs, gate, lease_seconds = tmp_path / "runs", tmp_path / "gate", 3
    first = processes.start("long_job", runs, lease_seconds, gate)
    wait_for(lines, "started", first)
    second = processes.start("help_with_long_job", runs, lease_seconds, gate)
    wait_for(lambda: lines()[2:], "looking", second)

    time.sleep(lease_seconds * 2)  # Without renewal, the second would take the job now.
    gate.touch()

    assert [worker.wait(timeout=120) for worker in (first, second)] == [0, 0]
    assert lines() == ["looking", "started", "looking", "finished"]


def test_job_of_a_rolled_back_transaction_never_exists(processes: Processes):
    processes.run("rolled_back")

    assert processes.jobs() == []


def test_no_change_is_missed_while_workers_run(processes: Processes):
    processes.run("changes_while_running", 120)

    rows = processes.query("SELECT wanted, seen FROM probe")
    assert sum(wanted for wanted, _ in rows) == 3 * 120
    assert all(wanted == seen for wanted, seen in rows), rows
    assert processes.jobs() == []


def test_sigterm_ends_the_worker_after_its_job(processes: Processes, tmp_path: Path, lines: Lines):
    worker = processes.start("worker_process", tmp_path / "runs")
    wait_for(lines, "started a", worker)

    worker.send_signal(signal.SIGTERM)

    assert worker.wait(timeout=120) == 0
    assert lines() == ["started a", "finished a"]
    assert processes.jobs() == [("b", "waiting", 0)]


def test_worker_outlives_a_locked_database(sqlite_processes: Processes, tmp_path: Path, lines: Lines):
    sqlite_processes.run("locked_database", tmp_path / "runs")

    assert lines() == ["busy while locked: False", "after the lock"]
