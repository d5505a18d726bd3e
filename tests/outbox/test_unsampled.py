"""PostgreSQL's planner keeps no sample of what people wrote."""

import os

import psycopg
import pytest

from tests.real_processes import sibling

MAIL = """
    INSERT INTO outbox_outgoingmail
        ("to", subject, text, headers, reply_to, message_id, created_at, forget_when_sent)
    SELECT '["erika@quitte.example"]', 'Rhabarber', 'Rhabarber', '{}', '', 'm' || n, now(), false
    FROM generate_series(1, 50) n
"""
PEOPLE = {"to", "subject", "text", "headers", "reply_to"}


@pytest.mark.server("postgresql")
def test_no_column_with_what_people_wrote_is_sampled(migrated_postgresql: str) -> None:
    with psycopg.connect(sibling(os.environ["TEST_POSTGRES_URL"], migrated_postgresql)) as connection:
        connection.execute(MAIL)
        connection.execute("ANALYZE outbox_outgoingmail")
        rows = connection.execute("SELECT attname FROM pg_stats WHERE tablename = 'outbox_outgoingmail'")
        sampled = {name for (name,) in rows}
        connection.rollback()

    assert "message_id" in sampled
    assert not sampled & PEOPLE
