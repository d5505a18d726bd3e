"""Times of the clock in words, German and English."""

from datetime import time

import pytest
from django.utils.translation import override

from workdays.domain.clock import clock_span, clock_time, weekday_name


@pytest.mark.parametrize(
    ("moment", "german", "english"),
    [
        (time(8), "8 Uhr", "8 am"),
        (time(8, 5), "8:05 Uhr", "8:05 am"),
        (time(0, 30), "0:30 Uhr", "12:30 am"),
        (time(12), "12 Uhr", "noon"),
        (time(18, 30), "18:30 Uhr", "6:30 pm"),
    ],
)
def test_a_time_is_said_as_people_say_it(moment: time, german: str, english: str) -> None:
    said = {}
    for language in ("de", "de-simple", "en"):
        with override(language):
            said[language] = clock_time(moment)
    assert said == {"de": german, "de-simple": german, "en": english}


def test_a_day_that_ends_at_midnight() -> None:
    with override("de"):
        assert (weekday_name(0), clock_span(time(7, 30), time(0))) == ("Montag", "7:30–24 Uhr")
    with override("de-simple"):
        assert weekday_name(6) == "Sonntag"
    with override("en"):
        assert (weekday_name(0), clock_span(time(7, 30), time(0))) == ("Monday", "7:30 am–midnight")
