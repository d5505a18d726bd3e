"""How long somebody waits for an answer, over all questions that it takes."""

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# Of a page's second; the rest is for the limited search and the page itself.
SEARCH_SECONDS = 0.7

_deadline: ContextVar[float | None] = ContextVar("search_deadline", default=None)


@contextmanager
def patience() -> Iterator[None]:
    """What is asked inside takes `SEARCH_SECONDS` together; inside another such block, what is left of it."""
    outer = _deadline.get()
    mine = time.monotonic() + SEARCH_SECONDS
    if outer is not None:
        mine = outer if outer == math.inf else min(mine, outer)
    with _until(mine):
        yield


@contextmanager
def unhurried() -> Iterator[None]:
    """Nobody waits for what is asked inside: each question takes what a single one may."""
    with _until(math.inf):
        yield


@contextmanager
def _until(deadline: float) -> Iterator[None]:
    token = _deadline.set(deadline)
    try:
        yield
    finally:
        _deadline.reset(token)


def seconds_left(longest: float) -> float:
    """For the next question, at most `longest`; 0 or less when the patience is over."""
    deadline = _deadline.get()
    return longest if deadline is None else min(longest, deadline - time.monotonic())
