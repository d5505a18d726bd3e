"""Opening hours as a citizen asks: open now? until when? when again?"""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicefinder.catalogue.domain.opening_hours import (
    LOCAL_TIME,
    Exceptional,
    Hours,
    hours_of,
    state_at,
)

EIGHT, NOON, TWO, FOUR, SIX = time(8), time(12), time(14), time(16), time(18)
# Monday to Friday 8–12, Tuesday also 14–18.
WEEK = [*(Hours(day, EIGHT, NOON) for day in range(5)), Hours(1, TWO, SIX)]


def local(*parts: int, fold: int = 0) -> datetime:
    return datetime(*parts, tzinfo=LOCAL_TIME, fold=fold)


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (local(2026, 11, 17, 8, 0), "Heute bis 12 Uhr geöffnet"),
        (local(2026, 11, 17, 11, 59), "Heute bis 12 Uhr geöffnet"),
        (local(2026, 11, 17, 12, 0), "Geschlossen, öffnet heute 14 Uhr"),
        (local(2026, 11, 17, 14, 30), "Heute bis 18 Uhr geöffnet"),
        (local(2026, 11, 17, 18, 0), "Geschlossen, öffnet morgen 8 Uhr"),
        (local(2026, 11, 20, 12, 0), "Geschlossen, öffnet Montag 8 Uhr"),
        (local(2026, 11, 17, 0, 1), "Geschlossen, öffnet heute 8 Uhr"),
    ],
)
def test_week_with_a_lunch_break(now: datetime, sentence: str) -> None:
    assert state_at(WEEK, [], {}, now).sentence == sentence


def test_state_names_the_moment_of_the_change() -> None:
    state = state_at(WEEK, [], {}, local(2026, 11, 17, 9))
    closed = state_at(WEEK, [], {}, local(2026, 11, 17, 13))

    assert (state.open, state.until, state.opens_at) == (True, local(2026, 11, 17, 12), None)
    assert (closed.open, closed.until, closed.opens_at) == (False, None, local(2026, 11, 17, 14))
    assert closed.changes_at == local(2026, 11, 17, 14)


def test_now_may_come_in_any_time_zone() -> None:
    assert state_at(WEEK, [], {}, datetime(2026, 11, 17, 10, 59, tzinfo=UTC)).open is True
    assert state_at(WEEK, [], {}, datetime(2026, 11, 17, 11, 0, tzinfo=UTC)).open is False


def test_holiday_is_closed_and_says_why() -> None:
    state = state_at(WEEK, [], {date(2026, 12, 25): "1. Weihnachtstag"}, local(2026, 12, 25, 9))

    assert state.sentence == "Geschlossen (1. Weihnachtstag), öffnet Montag 8 Uhr"
    assert state.reason == "1. Weihnachtstag"


def test_next_opening_skips_holidays() -> None:
    holidays = {date(2027, 3, 26): "Karfreitag", date(2027, 3, 29): "Ostermontag"}

    state = state_at(WEEK, [], holidays, local(2027, 3, 25, 12))

    assert state.sentence == "Geschlossen, öffnet Dienstag 8 Uhr"


def test_exception_opens_on_a_holiday() -> None:
    special = [Exceptional(date(2026, 12, 25), date(2026, 12, 25), time(10), NOON, "Notdienst")]

    state = state_at(WEEK, special, {date(2026, 12, 25): "1. Weihnachtstag"}, local(2026, 12, 25, 10, 30))

    assert state.sentence == "Heute bis 12 Uhr geöffnet"


def test_exception_with_other_hours_replaces_the_day() -> None:
    special = [Exceptional(date(2026, 11, 17), date(2026, 11, 17), time(10), time(11, 30))]

    assert state_at(WEEK, special, {}, local(2026, 11, 17, 9)).sentence == "Geschlossen, öffnet heute 10 Uhr"
    assert state_at(WEEK, special, {}, local(2026, 11, 17, 10)).sentence == "Heute bis 11:30 Uhr geöffnet"
    assert state_at(WEEK, special, {}, local(2026, 11, 17, 15)).open is False


def test_two_exceptions_of_a_day_make_a_break() -> None:
    day = date(2026, 11, 18)
    special = [Exceptional(day, day, TWO, FOUR), Exceptional(day, day, time(9), NOON)]

    assert hours_of(WEEK, special, {}, day) == [Hours(2, time(9), NOON), Hours(2, TWO, FOUR)]


def test_long_closure_names_the_date_and_the_reason() -> None:
    summer = [Exceptional(date(2026, 7, 27), date(2026, 8, 7), reason="Umbau")]

    state = state_at(WEEK, summer, {}, local(2026, 7, 28, 9))

    assert state.sentence == "Geschlossen (Umbau), öffnet am 10. August 8 Uhr"


def test_closed_exception_wins_over_another_of_the_same_day() -> None:
    day = date(2026, 11, 17)
    special = [Exceptional(day, day, EIGHT, NOON), Exceptional(day, day, reason="Wasserschaden")]

    assert hours_of(WEEK, special, {}, day) == []


def test_across_midnight_belongs_to_the_evening() -> None:
    night = [Hours(4, time(20), time(2))]

    assert state_at(night, [], {}, local(2026, 11, 20, 23)).sentence == "Bis morgen 2 Uhr geöffnet"
    assert state_at(night, [], {}, local(2026, 11, 21, 1, 59)).sentence == "Heute bis 2 Uhr geöffnet"
    assert state_at(night, [], {}, local(2026, 11, 21, 2)).open is False


def test_midnight_is_24_oclock() -> None:
    assert state_at([Hours(4, EIGHT, time(0))], [], {}, local(2026, 11, 20, 23, 59)).sentence == (
        "Heute bis 24 Uhr geöffnet"
    )


def test_stretches_without_a_gap_are_one() -> None:
    touching = [Hours(0, EIGHT, NOON), Hours(0, NOON, FOUR)]

    assert state_at(touching, [], {}, local(2026, 11, 16, 9)).sentence == "Heute bis 16 Uhr geöffnet"


def test_never_closed() -> None:
    always = [Hours(day, start, end) for day in range(7) for start, end in [(time(0), NOON), (NOON, time(0))]]

    assert state_at(always, [], {}, local(2026, 11, 16, 9)).sentence == "Durchgehend geöffnet"


def test_without_hours_it_is_closed_for_now() -> None:
    assert state_at([], [], {}, local(2026, 11, 16, 9)).sentence == "Zurzeit geschlossen"


def test_appointments_are_named_and_give_way_to_open_doors() -> None:
    both = [Hours(0, EIGHT, NOON), Hours(0, EIGHT, SIX, by_appointment=True)]

    assert state_at(both, [], {}, local(2026, 11, 16, 9)).sentence == "Heute bis 12 Uhr geöffnet"
    afternoon = state_at(both, [], {}, local(2026, 11, 16, 13))
    assert (afternoon.sentence, afternoon.by_appointment) == ("Heute bis 18 Uhr mit Termin geöffnet", True)


def test_clock_goes_forward_at_night() -> None:
    # 28 March 2027: 2:00 becomes 3:00, so the stretch from 22 to 4 lasts five hours.
    night = [Hours(5, time(22), time(4))]

    assert state_at(night, [], {}, local(2027, 3, 28, 3, 30)).open is True
    assert state_at(night, [], {}, datetime(2027, 3, 28, 1, 59, tzinfo=UTC)).open is True
    assert state_at(night, [], {}, datetime(2027, 3, 28, 2, 0, tzinfo=UTC)).open is False


def test_clock_goes_back_at_night() -> None:
    # 25 October 2026: 2:30 comes twice; both lie before 4:00.
    night = [Hours(5, time(22), time(4))]

    assert state_at(night, [], {}, local(2026, 10, 25, 2, 30, fold=0)).open is True
    assert state_at(night, [], {}, local(2026, 10, 25, 2, 30, fold=1)).open is True
    assert state_at(night, [], {}, datetime(2026, 10, 25, 3, 0, tzinfo=UTC)).open is False


rows = st.builds(
    Hours,
    st.integers(0, 6),
    st.times().map(lambda clock: clock.replace(microsecond=0)),
    st.times().map(lambda clock: clock.replace(microsecond=0)),
    st.booleans(),
).filter(lambda row: row.opens != row.closes)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)


@given(st.lists(rows, max_size=8), moments)
def test_state_holds_until_it_says_it_changes(hours: list[Hours], now: datetime) -> None:
    state = state_at(hours, [], {}, now)

    assert state.open is (state.until is not None)
    if state.changes_at is not None and not state.sentence.startswith("Durchgehend"):
        assert state.changes_at > now
        then = state_at(hours, [], {}, state.changes_at)
        assert (then.open, then.by_appointment) != (state.open, state.by_appointment) or not state.open
