from datetime import date

from workdays.domain.periods import period_end


def test_day_of_the_event_does_not_count():
    assert period_end(date(2026, 11, 2), days=14) == date(2026, 11, 16)


def test_weeks_end_on_the_same_weekday():
    assert period_end(date(2026, 11, 3), weeks=2) == date(2026, 11, 17)


def test_month_ends_on_the_last_day_of_a_shorter_month():
    assert period_end(date(2028, 1, 31), months=1) == date(2028, 2, 29)


def test_months_cross_the_year():
    assert period_end(date(2026, 11, 4), months=3) == date(2027, 2, 4)


def test_end_on_a_weekend_or_holiday_moves_to_the_next_working_day():
    # Good Friday 2026 is 3 April, Easter Monday 6 April.
    assert period_end(date(2026, 3, 3), months=1) == date(2026, 4, 7)
