"""Lengths of time in words."""

import pytest

from servicefinder.catalogue.domain.durations import duration_text, length_text


@pytest.mark.parametrize(
    ("least", "most", "unit", "text"),
    [
        (4, 6, "week", "4 bis 6 Wochen"),
        (1, 1, "day", "1 Tag"),
        (None, 3, "month", "bis zu 3 Monate"),
        (0, 3, "month", "bis zu 3 Monate"),
        (None, 1, "year", "bis zu 1 Jahr"),
        (2, None, "working_day", "mindestens 2 Werktage"),
        (10, 15, "minute", "10 bis 15 Minuten"),
        (0, 0, "hour", "0 Stunden"),
        (None, None, "week", ""),
        (1, 2, "", ""),
    ],
)
def test_duration(least: int | None, most: int | None, unit: str, text: str) -> None:
    assert duration_text(least, most, unit) == text


def test_length() -> None:
    assert length_text(8, "week") == "8 Wochen"
    assert length_text(1, "month") == "1 Monat"
    assert length_text(None, "") == ""
