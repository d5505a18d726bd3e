from datetime import date, timedelta

import pytest
from django.utils import timezone, translation

from home.dates import read_dates
from home.domain.event_texts import day_text, time_text
from tests.factories.home import local


def test_days_are_read_as_offices_write_them():
    assert read_dates("24.12.2026; 1.1.2027,\n 24.12.2026") == {date(2026, 12, 24), date(2027, 1, 1)}
    assert read_dates("") == set()


@pytest.mark.parametrize("text", ["32.1.2027", "2027-01-01", "morgen"])
def test_what_is_no_day_is_named(text):
    with pytest.raises(ValueError, match=text):
        read_dates(f"24.12.2026, {text}")


@pytest.mark.parametrize(
    ("start", "end", "all_day", "text"),
    [
        (local(1, 19), local(1, 21), False, "19 bis 21 Uhr"),
        (local(1, 19) + timedelta(minutes=30), None, False, "19:30 Uhr"),
        (local(1, 19), local(1, 19), False, "19 Uhr"),
        (local(1, 22), local(2, 1), False, "22 bis 1 Uhr"),
        (local(1), None, True, "ganztägig"),
        (local(1), local(1, 23), True, "ganztägig"),
    ],
)
def test_times_are_said_as_people_say_them(start, end, all_day, text):
    assert time_text(start, end, all_day) == text


def test_several_days_name_the_last_one():
    with translation.override("de"):
        text = time_text(local(1), local(3), True)

    last = timezone.localdate() + timedelta(days=3)
    assert text.startswith(f"bis {last.day}. ")


def test_today_and_tomorrow_are_called_so():
    with translation.override("de"):
        assert day_text(timezone.localdate()).startswith("heute, ")
        assert day_text(timezone.localdate() + timedelta(days=1)).startswith("morgen, ")
        assert day_text(date(2027, 1, 6)) == "Mittwoch, 6. Januar 2027"
