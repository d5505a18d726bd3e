"""Allowances that are only counted: whoever is past one has to prove something, and is not refused."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection
from django.utils import timezone

from limits.domain.windows import subject_digest, window_start
from limits.models import RateCount


@dataclass(frozen=True)
class Allowance:
    """`limit` times in `per` for one `subject`; "" is everybody together."""

    subject: str
    limit: int


def within(scope: str, allowances: list[Allowance], *, per: timedelta) -> bool:
    """Count one attempt for each subject, in two statements; whether all are within their allowance.

    The window slides as in `rates`. Attempts beyond it count, too.
    """
    if not settings.RATE_LIMITS:
        return True
    now = timezone.now()
    start = window_start(now, per)
    limits = {subject_digest(scope, each.subject): each.limit for each in allowances}
    share = 1 - (now - start) / per
    before = _counted_before(sorted(limits), start - per)
    counted = _counted_up(sorted(limits), start, start + 2 * per)
    return all(counted[key] + int(before.get(key, 0) * share) <= limit for key, limit in limits.items())


def counted(scope: str, subject: str, *, per: timedelta) -> int:
    """How often it was counted in the current window and the share of the one before."""
    now = timezone.now()
    start = window_start(now, per)
    rows = RateCount.objects.filter(subject=subject_digest(scope, subject), window_start__gte=start - per)
    found = dict(rows.values_list("window_start", "count"))
    return found.get(start, 0) + int(found.get(start - per, 0) * (1 - (now - start) / per))


def _counted_before(subjects: list[str], start: datetime) -> dict[str, int]:
    """Written out, since Django takes longer to word it than the database to answer."""
    table = connection.ops.quote_name(RateCount._meta.db_table)
    marks = ", ".join(["%s"] * len(subjects))
    sql = f"SELECT subject, count FROM {table} WHERE window_start = %s AND subject IN ({marks})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [connection.ops.adapt_datetimefield_value(start), *subjects])
        return dict(cursor.fetchall())


def _counted_up(subjects: list[str], start: datetime, expires_at: datetime) -> dict[str, int]:
    """One statement: processes cannot read each other's number. Sorted, so that two do not deadlock."""
    table = connection.ops.quote_name(RateCount._meta.db_table)
    adapt = connection.ops.adapt_datetimefield_value
    rows = ", ".join(["(%s, %s, 1, %s)"] * len(subjects))
    values = [each for subject in subjects for each in (subject, adapt(start), adapt(expires_at))]
    sql = (
        f"INSERT INTO {table} (subject, window_start, count, expires_at) VALUES {rows} "  # noqa: S608
        f"ON CONFLICT (subject, window_start) DO UPDATE SET count = {table}.count + 1 "
        "RETURNING subject, count"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return dict(cursor.fetchall())
