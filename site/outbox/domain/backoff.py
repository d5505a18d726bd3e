"""How long to wait before the next attempt."""

import random

FIRST_PAUSE_SECONDS = 5.0
LONGEST_PAUSE_SECONDS = 3600.0


def pause_seconds(attempts: int) -> float:
    """5 s, 10 s, 20 s … up to an hour, spread by ±20 % so that jobs that failed together part."""
    exponential = FIRST_PAUSE_SECONDS * 2 ** min(attempts - 1, 20)
    return min(exponential, LONGEST_PAUSE_SECONDS) * random.uniform(0.8, 1.2)  # noqa: S311
