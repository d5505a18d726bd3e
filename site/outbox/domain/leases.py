"""Keeping a lease alive while a long job runs."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from django.db import DatabaseError, connection

from outbox.domain.claiming import renew

log = structlog.get_logger("outbox")

# After this a job counts as hanging: its lease runs out and another worker takes it.
LONGEST_RUN_SECONDS = 3600


@contextmanager
def kept_alive(lease: str, seconds: int) -> Iterator[None]:
    """Renew `lease` at each third of its length until the block ends.

    The thread has its own database connection and opens it only when a job outlives that third.
    """
    finished = threading.Event()
    keeper = threading.Thread(target=_keep, args=(lease, seconds, finished), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        finished.set()
        keeper.join()


def _keep(lease: str, seconds: int, finished: threading.Event) -> None:
    give_up_at = time.monotonic() + LONGEST_RUN_SECONDS
    try:
        while not finished.wait(seconds / 3) and time.monotonic() < give_up_at and _renewed(lease, seconds):
            pass
    finally:
        connection.close()


def _renewed(lease: str, seconds: int) -> bool:
    try:
        return renew(lease, seconds)
    except DatabaseError as error:  # A locked or restarting database: the next third may work.
        log.warning("lease not renewed", error=type(error).__name__)
        connection.close()
        return True
