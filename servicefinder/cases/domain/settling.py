"""After erasing: the database gives up the bytes of deleted rows too."""

from django.db import connection, transaction

from outbox.models import Job, OutgoingMail

from ..models import DataKey

# Rewritten, not only emptied: what stood there in clear, and the keys. All of them are small.
REWRITTEN = (OutgoingMail, Job, DataKey)


def settle_database() -> None:
    """After the current transaction. SQLite deletes securely; its log is emptied, unless somebody reads."""
    transaction.on_commit(_settle)


def _settle() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        for model in REWRITTEN:
            cursor.execute(f"VACUUM FULL {connection.ops.quote_name(model._meta.db_table)}")
