"""Reference numbers that can be read out on the telephone."""

import pytest

from servicefinder.cases.domain.references import check_digit, next_reference, normalised


@pytest.mark.django_db
def test_numbers_run_within_a_year() -> None:
    numbers = [next_reference(2026), next_reference(2026), next_reference(2027)]

    assert [number[:11] for number in numbers] == ["2026-000001", "2026-000002", "2027-000001"]
    assert all(normalised(number) == number for number in numbers)


def test_every_wrong_digit_is_found() -> None:
    digits = "2026000471"
    good = digits + check_digit(digits)
    for place in range(len(good)):
        for digit in "0123456789":
            changed = good[:place] + digit + good[place + 1 :]
            assert (normalised(changed) is not None) == (changed == good)


@pytest.mark.parametrize("typed", ["2026000471{}", " 2026 000471 {} ", "2026-000471-{}", "2026–000471–{}"])
def test_is_taken_as_it_is_typed(typed: str) -> None:
    check = check_digit("2026000471")
    assert normalised(typed.format(check)) == f"2026-000471-{check}"


@pytest.mark.parametrize("typed", ["", "2026", "x" * 1000, "٢٠٢٦-000471-1", "2026-000471", "\0"])
def test_anything_else_is_no_reference(typed: str) -> None:
    assert normalised(typed) is None
