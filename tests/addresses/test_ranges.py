"""Which houses a range holds and which ranges clash."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as some

from servicefinder.addresses.domain.ranges import holds, in_words, overlap, uncovered
from servicefinder.addresses.models import AreaRange


class Range(NamedTuple):
    parity: str = "all"
    first_number: int = 1
    first_suffix: str = ""
    last_number: int | None = None
    last_suffix: str = ""


SUFFIXES = ["", "a", "b", "f"]
ranges = some.builds(
    lambda parity, first, start, length, end: Range(
        parity, first, start, None if length is None else first + length, end if length else ""
    ),
    some.sampled_from(["all", "odd", "even"]),
    some.integers(1, 9),
    some.sampled_from(SUFFIXES),
    some.none() | some.integers(0, 5),
    some.sampled_from(SUFFIXES),
)
HOUSES = [(number, suffix) for number in range(1, 20) for suffix in SUFFIXES]


@pytest.mark.parametrize(
    ("houses", "inside", "outside"),
    [
        (Range(), [(1, ""), (999, "z")], []),
        (Range("odd", 1, "", 41), [(1, ""), (41, "b")], [(2, ""), (43, "")]),
        (Range("even", 2, "", 40), [(2, "c"), (40, "")], [(1, ""), (41, "")]),
        (Range("all", 5, "a", 5, "f"), [(5, "a"), (5, "f")], [(5, ""), (5, "g"), (6, "")]),
        (Range("all", 12, "", 12), [(12, ""), (12, "c")], [(11, ""), (13, "")]),
        (Range("all", 20), [(20, ""), (500, "")], [(19, "z")]),
    ],
)
def test_a_range_holds_its_ends_and_its_side(
    houses: Range, inside: list[tuple[int, str]], outside: list[tuple[int, str]]
) -> None:
    assert all(holds(houses, *house) for house in inside)
    assert not any(holds(houses, *house) for house in outside)


@given(ranges, ranges)
def test_ranges_that_share_a_house_overlap(one: Range, other: Range) -> None:
    shared = any(holds(one, *house) and holds(other, *house) for house in HOUSES)

    assert overlap(one, other) == overlap(other, one)
    assert overlap(one, other) or not shared


def test_odd_and_even_do_not_clash_and_neighbours_do_not() -> None:
    assert not overlap(Range("odd", 1, "", 41), Range("even", 1, "", 41))
    assert not overlap(Range("all", 1, "", 10), Range("all", 11))
    assert not overlap(Range("all", 5, "", 5, "b"), Range("all", 5, "c", 5))
    assert not overlap(Range("even", 1, "", 5), Range("all", 5, "", 5))
    assert overlap(Range("all", 1, "", 10), Range("even", 10))


def test_gaps_are_the_houses_that_nothing_holds() -> None:
    assert uncovered([(1, ""), (2, ""), (2, "a"), (3, "")], [Range("odd"), Range("all", 2, "", 2, "")]) == []
    assert uncovered([(1, ""), (2, ""), (4, "")], [Range("odd"), Range("all", 4)]) == [(2, "")]


def test_ranges_are_put_in_words() -> None:
    assert in_words(Range()) == "alle"
    assert in_words(Range("odd", 1, "", 41)) == "1–41 ungerade"
    assert in_words(Range("all", 12, "a", 12, "c")) == "12 a–12 c"
    assert in_words(Range("even", 20)) == "ab 20 gerade"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"first_number": 9, "last_number": 3}, "last_number"),
        ({"first_number": 9, "first_suffix": "c", "last_number": 9, "last_suffix": "a"}, "last_suffix"),
        ({"first_number": 9, "last_suffix": "a"}, "last_suffix"),
        ({"first_number": 8, "last_number": 8, "parity": "odd"}, "parity"),
    ],
)
def test_a_range_without_sense_is_refused_at_its_field(values: dict[str, object], field: str) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError) as refused:
        AreaRange(**values).clean()

    assert set(refused.value.message_dict) == {field}
