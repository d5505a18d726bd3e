"""After erasing: the database gives up the bytes of deleted rows too.

A job, and tried again: while somebody still reads what was there before, no database lets go of it.
"""

import time

from django.db import OperationalError, connection

from outbox.domain.jobs import RetryLater, enqueue
from outbox.models import Job, OutgoingMail

from ..models import DataKey

SETTLE_KIND = "cases.settle"
# Rewritten, not only emptied: what stood there in clear, and the keys. All of them are small.
REWRITTEN = (OutgoingMail, Job, DataKey)
WAIT_SECONDS, ASK_EVERY_SECONDS, PAUSE_SECONDS = 5.0, 0.05, 60
LOCK_MILLISECONDS = 2000
# A snapshot of any database of the server holds rows back here (VACUUM FULL takes one itself, and that is as
# old as the oldest transaction), so do readers of this database that have not written.
OLDER_ONES = """
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint < %(mark)s
        OR EXISTS (
            SELECT FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
              AND age(backend_xmin) > age(%(mark)s::text::xid8::xid)
        )
"""


def settle_database() -> None:
    """Ask for it in the current transaction; the worker does it at once, and until it is done."""
    enqueue(SETTLE_KIND, "database")


def settle(_key: str, _payload: dict) -> None:
    """SQLite deletes securely and empties its log, PostgreSQL writes the tables anew.

    Raises RetryLater while somebody reads what was there before, or uses a table for long.
    """
    if connection.vendor == "sqlite":
        _empty_log()
        return
    _wait_for_readers()
    try:
        _rewrite()
    except OperationalError as error:
        raise RetryLater(PAUSE_SECONDS, "a table is in use; rows are given up later") from error


def _rewrite() -> None:
    """Whoever waits for a whole table holds up all who come later: not for longer than a moment."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [f"{LOCK_MILLISECONDS}ms"])
        try:
            for model in REWRITTEN:
                cursor.execute(f"VACUUM FULL {connection.ops.quote_name(model._meta.db_table)}")
        finally:
            cursor.execute("RESET lock_timeout")


def _empty_log() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy, *_ = cursor.fetchone()
    if is_busy:
        raise RetryLater(PAUSE_SECONDS, "somebody reads the database; its log is emptied later")


def _wait_for_readers() -> None:
    """Until every transaction that ran at this moment has ended."""
    give_up_at = time.monotonic() + WAIT_SECONDS
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
        (mark,) = cursor.fetchone()
        while True:
            cursor.execute(OLDER_ONES, {"mark": mark})
            if not cursor.fetchone()[0]:
                return
            if time.monotonic() > give_up_at:
                raise RetryLater(PAUSE_SECONDS, "an older transaction still runs; rows are given up later")
            time.sleep(ASK_EVERY_SECONDS)
