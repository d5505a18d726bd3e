"""Days in words, each once, and in the language of the page."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override


def shown(value: object, form: str) -> str:
    return Template(f'{{% load days %}}{{{{ value|day:"{form}" }}}}').render(Context({"value": value}))


@pytest.mark.parametrize("form", ["D", "M", "j. F Y", "c", "l, j. F Y"])
def test_says_what_djangos_own_filter_says(form: str) -> None:
    value = date(2026, 3, 9)
    expected = Template(f'{{{{ value|date:"{form}" }}}}').render(Context({"value": value}))
    assert shown(value, form) == expected


def test_each_language_has_its_words() -> None:
    with override("en"):
        assert shown(date(2026, 10, 9), "F") == "October"
    with override("de"):
        assert shown(date(2026, 10, 9), "F") == "Oktober"


def test_moment_is_the_day_it_is_here() -> None:
    assert shown(datetime(2026, 7, 1, 23, 30, tzinfo=UTC), "j. n.") == "2. 7."


def test_no_day_is_nothing() -> None:
    assert shown(None, "j. F Y") == ""
