"""Serial numbers, check digits and second facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from servicefinder.passports.domain.second_facts import WrongFact
from servicefinder.passports.domain.second_facts import normalised as fact
from servicefinder.passports.domain.serial_numbers import ALPHABET, WrongSerial, check_digit, normalised
from servicefinder.passports.enums import LineProblem

serials = some.text(sorted(ALPHABET), min_size=9, max_size=9)


@pytest.mark.parametrize(
    ("characters", "digit"),
    # ICAO 9303, parts 3 to 5: worked examples and specimens.
    [
        ("520727", 3),
        ("AB2134<<<", 5),
        ("L898902C3", 6),
        ("740812", 2),
        ("120415", 9),
        ("D23145890", 7),
        ("ZE184226B<<<<<", 1),
        ("HA672242<658022549601086<<<<<<<<<<<<<<0", 8),
    ],
)
def test_check_digits_are_those_of_icao(characters, digit):
    assert check_digit(characters) == digit


@given(serials)
def test_a_number_stays_itself_with_and_without_its_check_digit(serial):
    assert normalised(serial) == serial
    assert normalised(f"{serial}{check_digit(serial)}") == serial


@given(serials, some.integers(1, 9))
def test_another_check_digit_is_refused(serial, off):
    with pytest.raises(WrongSerial) as wrong:
        normalised(f"{serial}{(check_digit(serial) + off) % 10}")

    assert wrong.value.problem == LineProblem.CHECK_DIGIT


@given(serials, some.lists(some.integers(0, 8), max_size=5))
def test_case_spaces_and_the_letter_o_do_not_matter(serial, gaps):
    typed = serial.lower().replace("0", "o")
    for gap in gaps:
        typed = f"{typed[:gap]} {typed[gap:]}"

    assert normalised(typed) == serial


@given(serials, some.integers(0, 8), some.sampled_from(sorted(ALPHABET)))
def test_one_wrong_digit_among_digits_is_noticed(serial, place, other):
    changed = serial[:place] + other + serial[place + 1 :]
    if check_digit(changed) != check_digit(serial):
        with pytest.raises(WrongSerial):
            normalised(f"{changed}{check_digit(serial)}")


@given(some.text(max_size=60))
def test_anything_else_is_refused_and_never_breaks(typed):
    for read in (normalised, lambda text: fact(text, "birthday"), lambda text: fact(text, "pin")):
        try:
            read(typed)
        except (WrongSerial, WrongFact):
            continue


@pytest.mark.parametrize(
    "typed", ["12.3.1980", "12.03.1980", "12 3 1980", "12031980", "1980-03-12", "12/3/1980"]
)
def test_a_date_of_birth_is_understood(typed):
    assert fact(typed, "birthday") == "1980-03-12"


@pytest.mark.parametrize("typed", ["31.2.1980", "12.3.1880", "1.1.2999", "gestern", "", "12.3.80"])
def test_no_date_is_refused(typed):
    with pytest.raises(WrongFact):
        fact(typed, "birthday")


def test_a_pin_has_five_to_eight_digits():
    assert fact("12 345", "pin") == "12345"
    with pytest.raises(WrongFact):
        fact("1234", "pin")
