from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from django.test import RequestFactory

from limits.domain.rates import RateLimited, allow, allow_subject, prune_counts
from limits.models import RateCount

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
TEN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def at(moment: datetime):
    return mock.patch("limits.domain.rates.timezone.now", return_value=moment)


def attempts(count: int, moment: datetime, limit: int = 5) -> int:
    """How many of `count` attempts at `moment` are allowed."""
    allowed = 0
    with at(moment):
        for _ in range(count):
            try:
                allow_subject("test", "somebody", limit=limit, per=HOUR)
                allowed += 1
            except RateLimited:
                pass
    return allowed


def retry_after(moment: datetime, limit: int = 5) -> int:
    with at(moment), pytest.raises(RateLimited) as limited:
        allow_subject("test", "somebody", limit=limit, per=HOUR)
    return limited.value.retry_after


def test_limit_is_exact():
    assert attempts(8, TEN) == 5


def test_limit_slides_over_the_full_hour():
    assert attempts(5, TEN + timedelta(minutes=59)) == 5

    assert attempts(5, TEN + timedelta(minutes=61)) == 1  # 4 of 5 still weigh in.
    assert attempts(5, TEN + timedelta(minutes=90)) == 2
    assert attempts(5, TEN + timedelta(minutes=200)) == 5


@pytest.mark.parametrize("minutes", [0, 20, 59])
def test_waiting_as_long_as_told_helps(minutes: int):
    moment = TEN + timedelta(minutes=minutes)
    attempts(5, moment)

    wait = retry_after(moment)

    assert 0 < wait <= 3601
    assert attempts(1, moment + timedelta(seconds=wait)) == 1


def test_waiting_as_long_as_told_helps_in_the_next_window_too():
    attempts(5, TEN + timedelta(minutes=59))
    moment = TEN + timedelta(minutes=65)
    attempts(5, moment)

    wait = retry_after(moment)

    assert attempts(1, moment + timedelta(seconds=wait - 3)) == 0
    assert attempts(1, moment + timedelta(seconds=wait)) == 1


def test_refused_attempts_do_not_prolong_the_wait():
    attempts(5, TEN)
    first = retry_after(TEN)
    attempts(50, TEN)

    assert retry_after(TEN) == first


def test_scopes_and_subjects_count_apart():
    for scope, subject in [("a", "x"), ("a", "y"), ("b", "x")]:
        allow_subject(scope, subject, limit=1, per=HOUR)

    with pytest.raises(RateLimited):
        allow_subject("a", "x", limit=1, per=HOUR)


def test_neighbours_in_a_network_count_together():
    allow("test", RequestFactory().get("/", REMOTE_ADDR="203.0.113.1"), limit=1, per=HOUR)
    allow("test", RequestFactory().get("/", REMOTE_ADDR="198.51.100.1"), limit=1, per=HOUR)

    with pytest.raises(RateLimited):
        allow("test", RequestFactory().get("/", REMOTE_ADDR="203.0.113.200"), limit=1, per=HOUR)


def test_hash_depends_on_our_key(settings):
    allow_subject("test", "somebody", limit=5, per=HOUR)
    settings.SECRET_KEY = "another key that is long enough for the tests to run"

    allow_subject("test", "somebody", limit=5, per=HOUR)

    assert RateCount.objects.count() == 2


def test_switch_turns_limits_off(settings):
    settings.RATE_LIMITS = False

    for _ in range(5):
        allow_subject("test", "somebody", limit=1, per=HOUR)

    assert not RateCount.objects.exists()


def test_old_windows_are_forgotten_and_weighing_ones_kept():
    attempts(5, TEN)

    with at(TEN + timedelta(minutes=119)):
        prune_counts()
    assert RateCount.objects.count() == 1
    with at(TEN + timedelta(minutes=121)):
        prune_counts()

    assert not RateCount.objects.exists()
