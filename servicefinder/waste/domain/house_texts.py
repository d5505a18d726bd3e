"""House numbers as people write them: `12`, `12a`, `12 A`."""

import re

HOUSE = re.compile(r"([1-9][0-9]{0,4})\s*([a-z]{0,3})")


def house_in(text: str) -> tuple[int, str] | None:
    """Number and suffix; None for an empty text. Raises ValueError."""
    if not text.strip():
        return None
    found = HOUSE.fullmatch(text.strip().casefold())
    if not found:
        raise ValueError(text)
    return int(found[1]), found[2]
