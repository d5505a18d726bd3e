"""Letters that our fonts can show; PDF/UA allows no others."""

from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

LIST = Path(__file__).parent / "fonts" / "letters.txt"
INSTEAD = "□"
KEPT = {"\n", "\r", "\t"}


def showable(value: Any) -> Any:
    """`value` (JSON) with a box for each letter that no font has: emoji, Chinese, control characters."""
    if isinstance(value, str):
        return "".join(c if c in KEPT or ord(c) in _letters() else INSTEAD for c in normalize("NFC", value))
    if isinstance(value, list | tuple):
        return [showable(each) for each in value]
    if isinstance(value, dict):
        return {key: showable(each) for key, each in value.items()}
    return value


@cache
def _letters() -> frozenset[int]:
    lines = LIST.read_text("ascii").splitlines()
    runs = [line.split("-") for line in lines if line and not line.startswith("#")]
    return frozenset(point for run in runs for point in range(int(run[0], 16), int(run[-1], 16) + 1))
