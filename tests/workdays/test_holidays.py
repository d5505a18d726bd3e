from datetime import date

import pytest

from workdays.domain.holidays import add_working_days, holidays_between, is_working_day, next_working_day


def test_holidays_are_those_of_hesse():
    holidays = holidays_between(date(2027, 1, 1), date(2027, 12, 31))

    assert list(holidays) == [
        date(2027, 1, 1),
        date(2027, 3, 26),
        date(2027, 3, 29),
        date(2027, 5, 1),
        date(2027, 5, 6),
        date(2027, 5, 17),
        date(2027, 5, 27),
        date(2027, 10, 3),
        date(2027, 12, 25),
        date(2027, 12, 26),
    ]
    assert holidays[date(2027, 5, 27)] == "Fronleichnam"


def test_both_ends_count_and_years_join():
    holidays = holidays_between(date(2026, 12, 26), date(2027, 1, 1))

    assert holidays == {date(2026, 12, 26): "Zweiter Weihnachtstag", date(2027, 1, 1): "Neujahr"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 20), True),  # Friday
        (date(2026, 11, 21), False),  # Saturday
        (date(2026, 11, 22), False),  # Sunday
        (date(2026, 6, 4), False),  # Fronleichnam, a holiday in Hesse
        (date(2026, 11, 1), False),  # All Saints: a Sunday here
        (date(2027, 11, 1), True),  # All Saints: no holiday in Hesse
    ],
)
def test_working_days(day: date, expected: bool):
    assert is_working_day(day) is expected


def test_working_days_are_counted_over_weekend_and_holidays():
    assert add_working_days(date(2026, 12, 23), 1) == date(2026, 12, 24)
    assert add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 28)
    assert add_working_days(date(2026, 12, 28), -1) == date(2026, 12, 24)
    assert add_working_days(date(2026, 12, 26), 0) == date(2026, 12, 26)


def test_next_working_day_is_the_day_itself_when_it_is_one():
    assert next_working_day(date(2026, 4, 2)) == date(2026, 4, 2)
    assert next_working_day(date(2026, 4, 3)) == date(2026, 4, 7)
