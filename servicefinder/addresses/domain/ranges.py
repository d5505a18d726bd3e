"""Which houses a range of house numbers holds, which ranges clash, and how a range is put in words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Protocol, TypeVar

from ..enums import Parity

ENDLESS = 2**31
NAMED_AT_MOST = 6
AFTER_ALL_SUFFIXES = "\U0010ffff"
SIDES = {Parity.ALL: "", Parity.ODD: "ungerade", Parity.EVEN: "gerade"}


class Range(Protocol):
    """As `models.NumberRange`; also rows of queries with these columns."""

    @property
    def parity(self) -> str: ...
    @property
    def first_number(self) -> int: ...
    @property
    def first_suffix(self) -> str: ...
    @property
    def last_number(self) -> int | None: ...
    @property
    def last_suffix(self) -> str: ...


Some = TypeVar("Some", bound=Range)


def holds(houses: Range, number: int, suffix: str) -> bool:
    """Both ends included; without a last suffix all suffixes of the last number."""
    return _on_side(houses.parity, number) and _start(houses) <= (number, suffix) <= _end(houses)


def overlap(one: Range, other: Range) -> bool:
    """Whether one house may lie in both, whether or not it is built."""
    start, end = max(_start(one), _start(other)), min(_end(one), _end(other))
    if start > end:
        return False
    sides = {parity for parity in (one.parity, other.parity) if parity != Parity.ALL}
    if len(sides) == 2:
        return False
    # Of two numbers that follow each other one lies on either side.
    return not sides or end[0] > start[0] or _on_side(sides.pop(), start[0])


def clashes(ranges: Iterable[Some]) -> Iterator[tuple[Some, Some]]:
    """Pairs of ranges of one street that share a house."""
    return ((one, other) for one, other in combinations(ranges, 2) if overlap(one, other))


def uncovered(houses: Iterable[tuple[int, str]], ranges: Sequence[Range]) -> list[tuple[int, str]]:
    """Houses of one street that no range holds."""
    return [house for house in houses if not any(holds(each, *house) for each in ranges)]


def named_houses(houses: Sequence[object]) -> str:
    """`Nr. 1, 3, 5 und 12 weitere`: the first few of them."""
    return f"Nr. {first_few(houses, NAMED_AT_MOST)}"


def first_few(names: Sequence[object], most: int) -> str:
    """`Auweg, Bachstraße und 12 weitere`: not more than `most` of them."""
    shown, rest = ", ".join(map(str, names[:most])), len(names) - most
    return f"{shown} und {rest} weitere" if rest > 0 else shown


def in_words(houses: Range) -> str:
    """`1–41 ungerade`, `12 a–12 c`, `ab 20`, `alle`."""
    side = SIDES[Parity(houses.parity)]
    first = f"{houses.first_number} {houses.first_suffix}".strip()
    if houses.last_number is None:
        numbers = "" if (houses.first_number, houses.first_suffix) <= (1, "") else f"ab {first}"
        return f"{numbers} {side}".strip() or "alle"
    last = f"{houses.last_number} {houses.last_suffix}".strip()
    return f"{first}–{last} {side}".strip() if first != last else first


def _start(houses: Range) -> tuple[int, str]:
    return houses.first_number, houses.first_suffix


def _end(houses: Range) -> tuple[int, str]:
    last = ENDLESS if houses.last_number is None else houses.last_number
    return last, houses.last_suffix or AFTER_ALL_SUFFIXES


def _on_side(parity: str, number: int) -> bool:
    return parity == Parity.ALL or (parity == Parity.ODD) == bool(number % 2)
