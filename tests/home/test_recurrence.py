from datetime import UTC, date, datetime, time

import pytest
from django.utils import timezone

from home.domain.recurrence import days, occurrences
from home.enums import Repetition
from home.models import EventSchedule


def berlin(*parts):
    return timezone.make_aware(datetime(*parts))


def starts(**fields):
    return [timezone.localtime(one.start) for one in occurrences(EventSchedule(**fields))]


def test_a_single_date_is_one_occurrence():
    schedule = EventSchedule(start=berlin(2027, 5, 4, 19), end=berlin(2027, 5, 4, 21))

    (only,) = occurrences(schedule)

    assert (only.start, only.end, only.over_at) == (schedule.start, schedule.end, schedule.end)


@pytest.mark.parametrize(
    ("repetition", "expected"),
    [
        (Repetition.NONE, ["2027-01-12"]),
        (Repetition.WEEKLY, ["2027-01-12", "2027-01-19", "2027-01-26", "2027-02-02", "2027-02-09"]),
        (Repetition.FORTNIGHTLY, ["2027-01-12", "2027-01-26", "2027-02-09"]),
        (Repetition.MONTHLY_DATE, ["2027-01-12"]),
        (Repetition.MONTHLY_WEEKDAY, ["2027-01-12", "2027-02-09"]),
    ],
)
def test_repeats_until_the_last_day_included(repetition, expected):
    until = None if repetition == Repetition.NONE else date(2027, 2, 11)

    found = days(date(2027, 1, 12), repetition, until)

    assert [day.isoformat() for day in found] == expected


def test_months_without_such_a_day_are_left_out():
    found = list(days(date(2027, 1, 31), Repetition.MONTHLY_DATE, date(2027, 5, 31)))

    assert found == [date(2027, 1, 31), date(2027, 3, 31), date(2027, 5, 31)]


def test_a_fifth_friday_exists_only_in_some_months():
    found = list(days(date(2027, 1, 29), Repetition.MONTHLY_WEEKDAY, date(2027, 8, 31)))

    assert found == [date(2027, 1, 29), date(2027, 4, 30), date(2027, 7, 30)]
    assert {day.weekday() for day in found} == {4}


def test_the_turn_of_the_year_is_no_border():
    found = list(days(date(2026, 12, 15), Repetition.MONTHLY_DATE, date(2027, 2, 15)))

    assert found == [date(2026, 12, 15), date(2027, 1, 15), date(2027, 2, 15)]


def test_the_time_of_day_stays_through_summer_time():
    found = starts(start=berlin(2027, 3, 23, 19), repetition=Repetition.WEEKLY, until=date(2027, 4, 6))

    assert [moment.time() for moment in found] == [time(19)] * 3
    assert [moment.astimezone(UTC).hour for moment in found] == [18, 17, 17]


def test_days_on_which_it_does_not_take_place_are_left_out():
    found = starts(
        start=berlin(2026, 12, 17, 10),
        repetition=Repetition.WEEKLY,
        until=date(2027, 1, 7),
        except_on="24.12.2026, 31.12.2026",
    )

    assert [moment.date().isoformat() for moment in found] == ["2026-12-17", "2027-01-07"]


def test_whole_days_are_over_at_midnight():
    schedule = EventSchedule(start=berlin(2027, 6, 4), end=berlin(2027, 6, 6), all_day=True)

    (only,) = occurrences(schedule)

    assert only.over_at == berlin(2027, 6, 7)


def test_without_an_end_it_stays_two_hours():
    (only,) = occurrences(EventSchedule(start=berlin(2027, 6, 4, 19)))

    assert only.end is None
    assert only.over_at == berlin(2027, 6, 4, 21)


def test_nothing_ends_before_it_begins_in_the_night_that_is_an_hour_shorter():
    start, end = (timezone.make_aware(datetime(2027, 3, 21, *clock)) for clock in ((2, 15), (3, 5)))

    found = list(
        occurrences(EventSchedule(start=start, end=end, repetition="weekly", until=date(2027, 3, 28)))
    )

    assert [each.start <= each.end <= each.over_at for each in found] == [True, True]
