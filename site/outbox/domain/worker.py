"""The worker's loop: schedule, jobs, Wagtail's tasks. It outlives a locked or restarting database."""

import threading
import time
from collections.abc import Callable
from datetime import datetime

import structlog
from django.db import DatabaseError, close_old_connections, connection, connections, reset_queries
from django.utils import timezone

from outbox.domain import heartbeats
from outbox.domain.leases import LONGEST_RUN_SECONDS
from outbox.domain.recurring import start_due
from outbox.domain.running import run_due_jobs
from outbox.domain.wagtail_tasks import run_wagtail_tasks

log = structlog.get_logger("outbox")

FIRST_SLEEP_SECONDS = 0.05
LONGEST_SLEEP_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 30.0
BEAT_SECONDS = 10.0
# Before Wagtail's tasks get their turn: what citizens see comes before lists of the back office.
JOBS_PER_TURN = 50


class Worker:
    """Works until `stop` is set, and then ends after the job at hand."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop
        self.schedule_due_at: datetime | None = None
        self.failures = 0

    def run(self) -> None:
        pulse = Pulse(self.stop)
        pulse.start()
        log.info("worker started", worker=pulse.worker)
        sleep = 0.0
        while not self.stop.wait(sleep):
            pulse.last_turn = time.monotonic()
            close_old_connections()
            busy = self.supervised_turn()
            sleep = 0.0 if busy else min(max(sleep * 2, FIRST_SLEEP_SECONDS), LONGEST_SLEEP_SECONDS)
        pulse.join()
        log.info("worker ended", worker=pulse.worker)

    def supervised_turn(self) -> bool:
        """One turn. Whatever breaks is logged; the next turn comes after a pause, with fresh connections."""
        try:
            busy = self.turn()
        except Exception:
            self.failures += 1
            log.exception("worker turn failed", failures=self.failures)
            connections.close_all()
            self.stop.wait(min(2.0**self.failures, LONGEST_PAUSE_SECONDS))
            return False
        self.failures = 0
        return busy

    def turn(self) -> bool:
        """Start what the schedule asks for, do some jobs and a few of Wagtail's tasks; False when idle."""
        reset_queries()  # With DEBUG on, Django would remember every query of the worker's life.
        if self.schedule_due_at is None or timezone.now() >= self.schedule_due_at:
            self.schedule_due_at = start_due()
        done = 0
        while done < JOBS_PER_TURN and (now := run_due_jobs(limit=1)):
            done += now
            if self.stop.is_set():
                return True
        return bool(done + run_wagtail_tasks())

    def finish(self) -> None:
        """Turn until nothing is due any more; errors of the database are raised."""
        while self.turn():
            pass


class Pulse(threading.Thread):
    """Writes the heartbeat, also during a long job, and falls silent when the loop hangs."""

    def __init__(self, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.stop = stop
        self.worker = heartbeats.worker_name()
        self.last_turn = time.monotonic()

    def run(self) -> None:
        started_at = timezone.now()
        while True:
            if time.monotonic() - self.last_turn < LONGEST_RUN_SECONDS:
                self._attempt(lambda: heartbeats.beat(self.worker, started_at))
            if self.stop.wait(BEAT_SECONDS):
                break
        self._attempt(lambda: heartbeats.end(self.worker))
        connection.close()

    def _attempt(self, write: Callable[[], None]) -> None:
        try:
            write()
        except DatabaseError as error:  # Locked or restarting: the next beat may work.
            log.warning("no heartbeat", error=type(error).__name__)
            connection.close()
