"""The database is told how large its tables are."""

import pytest
from django.db import connection
from wagtail.models import Page

from outbox.domain.planner_statistics import refresh_statistics
from outbox.registries import schedule

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its statistics by itself"),
]


def test_knows_the_size_of_tables_afterwards():
    refresh_statistics()

    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'wagtailcore_page' LIMIT 1")
        (stat,) = cursor.fetchone()
    assert int(stat.split()[0]) == Page.objects.count()


def test_is_done_every_hour():
    recurring = schedule.get("outbox.statistics")

    assert recurring is not None
    assert recurring.run is refresh_statistics
