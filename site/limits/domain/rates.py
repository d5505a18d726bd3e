"""Rate limits, counted in the database so that all processes and nodes count together.

A window slides: what was counted in the previous one weighs in by the share of it that still lies
within the last `per`. Refused attempts are not counted, so waiting always helps.
"""

import math
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from limits.domain.client_networks import client_network
from limits.domain.windows import subject_digest, window_start
from limits.models import RateCount


class RateLimited(Exception):
    """Too often. `retry_after`: whole seconds until another attempt can succeed."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"retry after {retry_after} s")
        self.retry_after = retry_after


def allow(scope: str, request: HttpRequest, *, limit: int, per: timedelta) -> None:
    """Count one attempt at `scope` from the client's network; raises RateLimited beyond `limit` in `per`."""
    allow_subject(scope, client_network(request), limit=limit, per=per)


def allow_subject(scope: str, subject: str, *, limit: int, per: timedelta) -> None:
    """Like `allow`, for any subject: an account name, a reference number, "" for everybody together."""
    if not settings.RATE_LIMITS:
        return
    now = timezone.now()
    start = window_start(now, per)
    digest = subject_digest(scope, subject)
    left_over = limit - _carried_over(digest, start, now, per)
    if left_over <= 0 or not _count(digest, start, per, left_over):
        raise RateLimited(_retry_after(digest, start, now, limit, per))


def prune_counts() -> None:
    """Forget windows that no longer weigh in."""
    RateCount.objects.filter(expires_at__lt=timezone.now()).delete()


def _counted(digest: str, start: datetime) -> int:
    window = RateCount.objects.filter(subject=digest, window_start=start)
    return window.values_list("count", flat=True).first() or 0


def _carried_over(digest: str, start: datetime, now: datetime, per: timedelta) -> int:
    return math.floor(_counted(digest, start - per) * (1 - (now - start) / per))


def _count(digest: str, start: datetime, per: timedelta, allowed: int) -> bool:
    """Add one unless that exceeds `allowed`; the UPDATE itself checks, so processes cannot race past it."""
    row = RateCount(subject=digest, window_start=start, expires_at=start + 2 * per)
    RateCount.objects.bulk_create([row], ignore_conflicts=True)
    fitting = RateCount.objects.filter(subject=digest, window_start=start, count__lt=allowed)
    return bool(fitting.update(count=F("count") + 1))


def _retry_after(digest: str, start: datetime, now: datetime, limit: int, per: timedelta) -> int:
    """Seconds until `limit` has room again if nobody else counts meanwhile; one more for rounding."""
    room = limit - _counted(digest, start)
    if room <= 0:
        waits_until = start + per
    else:
        waits_until = start + per * (1 - room / max(_counted(digest, start - per), room))
    return max(0, math.ceil((waits_until - now).total_seconds())) + 1
