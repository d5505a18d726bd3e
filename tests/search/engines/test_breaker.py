"""An engine that failed is left alone for a while that grows."""

import pytest

from search.engines.base import EngineUnavailable, IndexNotReady
from search.engines.breaker import LONGEST_PAUSE_SECONDS, Breaker


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(clock)


def fail(breaker: Breaker) -> None:
    with pytest.raises(EngineUnavailable, match="down"), breaker.watched():
        raise EngineUnavailable("down")


def is_asked(breaker: Breaker) -> bool:
    try:
        with breaker.watched():
            return True
    except EngineUnavailable:
        return False


def test_pause_begins_with_a_failure_and_ends_with_an_answer(breaker: Breaker, clock: Clock) -> None:
    assert is_asked(breaker)

    fail(breaker)
    assert not is_asked(breaker)
    clock.now += 1.01

    assert is_asked(breaker)
    assert is_asked(breaker)


def test_pauses_double_up_to_the_longest(breaker: Breaker, clock: Clock) -> None:
    pauses = []
    for _ in range(6):
        fail(breaker)
        began = clock.now
        while not is_blocked_no_more(breaker):
            clock.now += 0.25
        pauses.append(round(clock.now - began))

    assert pauses == [1, 2, 4, 8, 8, LONGEST_PAUSE_SECONDS]


def is_blocked_no_more(breaker: Breaker) -> bool:
    return breaker._clock() >= breaker._blocked_until


def test_after_the_pause_one_question_tries_and_the_others_wait(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    clock.now += 1.01

    with breaker.watched():
        assert not is_asked(breaker)
    assert is_asked(breaker)


def test_questions_that_were_on_their_way_together_are_one_failure(breaker: Breaker, clock: Clock) -> None:
    with pytest.raises(EngineUnavailable), breaker.watched():
        clock.now += 0.5
        fail(breaker)
        raise EngineUnavailable("down, too")

    clock.now += 1.01
    assert is_asked(breaker)


def test_missing_index_is_an_answer(breaker: Breaker) -> None:
    with pytest.raises(IndexNotReady), breaker.watched():
        raise IndexNotReady("no index")

    assert is_asked(breaker)
