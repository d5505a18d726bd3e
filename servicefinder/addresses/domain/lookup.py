"""Which houses somebody means, as people type: short forms, umlauts, hyphens, typing errors, parts of names.

Three steps, each only where the one before found nothing: names that begin so, names that sound so, names
with a typing error. Every step reads a bounded number of rows through an index.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery
from rapidfuzz.distance import OSA

from home.prepared_queries import PreparedQuery

from ..enums import KeyKind
from ..models import Address, StreetKey
from .asked import Asked, NotAHouseNumber, house_number, readings
from .folding import folded_street
from .street_keys import BEGINNING, heard, misspellings, tails

__all__ = ["House", "NotAHouseNumber", "address_at", "address_of_street", "houses_for", "meant"]

FOUND_AT_MOST = 12
ROWS_READ = 40  # Before doubles are left out and the best put first.
CANDIDATES = 200
STREETS_GUESSED = 5
UNLIKE = 99
# After every name that begins like the rest: keys are made of small letters and digits.
LAST = "z" * 12


class House(NamedTuple):
    pk: UUID
    street_id: int
    street: str
    folded: str
    number: int
    suffix: str
    postal_code: str
    district: str
    latitude: float | None
    longitude: float | None

    @property
    def house_number(self) -> str:
        return f"{self.number} {self.suffix}".strip()

    def __str__(self) -> str:
        return f"{self.street} {self.house_number}"


def houses_for(text: str, limit: int = FOUND_AT_MOST) -> list[House]:
    """Houses of the streets that may be meant; without a number the first house of each.

    Where only one street may be meant, its houses. One query mostly, a handful at most.
    """
    ways = readings(text)
    for asked in ways:
        if found := _begins(asked):
            return _ranked(asked, found, limit)
    likely = ways[0] if ways else None
    # Where a street begins as typed, only the number is wrong.
    if likely is None or len(likely.street) < BEGINNING or _is_beginning(likely.street):
        return []
    return _ranked(likely, _sounds(likely) or _misspelt(likely), limit)


def meant(text: str, limit: int = FOUND_AT_MOST) -> list[House]:
    """As `houses_for`, and only the very house where there is one that was typed in full."""
    found = houses_for(text, limit)
    for asked in readings(text):
        exact = [house for house in found if _house_of(asked, house) and house.folded == asked.street]
        if exact:
            return exact
    return found


def address_at(street: str, number: str) -> Address | None:
    """The house `number` ("5", "5 a") of the street that is called so. Raises NotAHouseNumber."""
    key = folded_street(street[:200].replace("\x00", " "))
    return _address(number, street__folded=key) if key else None


def address_of_street(street_id: int, number: str) -> Address | None:
    """The house `number` of a street. Raises NotAHouseNumber."""
    return _address(number, street=street_id)


def _address(number: str, **street: Any) -> Address | None:
    whole, suffix = house_number(number)
    found = Address.objects.select_related("street").filter(number=whole, suffix=suffix, **street)
    return found.first()


def _house_of(asked: Asked, house: House) -> bool:
    return (asked.number, asked.suffix) == (house.number, house.suffix)


def _begins(asked: Asked) -> list[House]:
    return _between(KeyKind.NAME, asked.street, asked)


def _sounds(asked: Asked) -> list[House]:
    return _between(KeyKind.SOUND, heard(asked.street), asked)


def _misspelt(asked: Asked) -> list[House]:
    keys = sorted(misspellings(asked.street))
    near = _near(len(keys)).rows(**{f"key{place}": key for place, key in enumerate(keys)})
    names: dict[int, str] = {row[0]: row[1] for row in near}
    rates = {pk: _distance(asked.street, name) for pk, name in names.items()}
    best = min(rates.values(), default=UNLIKE)
    streets = [pk for pk, rate in rates.items() if rate == best < UNLIKE][:STREETS_GUESSED]
    return [house for street in streets for house in _of_street(street, asked)]


def _between(kind: str, start: str, asked: Asked) -> list[House]:
    values: dict[str, Any] = {"kind": str(kind), "first": start, "last": start + LAST}
    if asked.number is None:
        return _houses(_FIRST_HOUSES.rows(**values))
    return _with_suffix(asked, _houses(_NUMBERED.rows(**values, number=asked.number)))


def _of_street(street: int, asked: Asked) -> list[House]:
    if asked.number is None:
        return _houses(_STREET.rows(street=street))[:1]
    return _with_suffix(asked, _houses(_STREET_NUMBER.rows(street=street, number=asked.number)))


def _houses(rows: Iterable[Sequence[Any]]) -> list[House]:
    """Each once, although a street may be found by two of its words."""
    return list(dict.fromkeys(House(*row) for row in rows))


def _with_suffix(asked: Asked, found: list[House]) -> list[House]:
    return [house for house in found if not asked.suffix or house.suffix == asked.suffix]


def _ranked(asked: Asked, found: list[House], limit: int) -> list[House]:
    """The street that is called so first, with a number alone; then names that begin so, then the rest."""
    called_so = [house for house in found if house.folded == asked.street]
    if called_so and asked.number is not None:
        return called_so[:limit]
    if asked.number is None and len({house.street_id for house in found}) == 1:
        return _houses(_STREET.rows(street=found[0].street_id))[:limit]
    ordered = sorted(
        found, key=lambda house: (house.folded != asked.street, not house.folded.startswith(asked.street))
    )
    return ordered[:limit]


def _is_beginning(street: str) -> bool:
    return bool(_EXISTING.rows(kind=str(KeyKind.NAME), first=street, last=street + LAST))


def _distance(typed: str, name: str) -> int:
    """Typing errors between what was typed and the beginning of a name; UNLIKE where it is another name."""
    allowed = 1 if len(typed) < 8 else 2
    beginnings = {tail[: len(typed) + more] for tail in tails(name) for more in (-1, 0, 1)}
    best = min(OSA.distance(typed, beginning, score_cutoff=allowed) for beginning in beginnings)
    return best if best <= allowed else UNLIKE


def _columns(street: str = "", house: str = "") -> tuple[str, ...]:
    names = (f"{house}pk", f"{street}pk", f"{street}name", f"{street}folded")
    return *names, *(
        house + name
        for name in ("number", "suffix", "postal_code", "district__name", "latitude", "longitude")
    )


def _keys(kind: str, first: str, last: str) -> QuerySet[StreetKey]:
    return StreetKey.objects.filter(kind=kind, text__gte=first, text__lte=last)


def _numbered(kind: str, first: str, last: str, number: int):  # type: ignore[no-untyped-def]
    found = _keys(kind, first, last).filter(street__addresses__number__in=[number])
    return found.order_by("text", "street_id", "street__addresses__suffix").values_list(
        *_columns("street__", "street__addresses__")
    )[:ROWS_READ]


def _first_houses(kind: str, first: str, last: str):  # type: ignore[no-untyped-def]
    houses = Address.objects.filter(street=OuterRef("street")).order_by("number", "suffix")
    found = _keys(kind, first, last).filter(street__addresses__pk=Subquery(houses.values("pk")[:1]))
    return found.order_by("text", "street_id").values_list(*_columns("street__", "street__addresses__"))[
        :ROWS_READ
    ]


def _street(**wanted: Any):  # type: ignore[no-untyped-def]
    found = Address.objects.filter(**wanted).order_by("number", "suffix")
    return found.values_list(*_columns("street__"))[:FOUND_AT_MOST]


@cache
def _near(count: int) -> PreparedQuery:
    names = [f"key{place}" for place in range(count)]
    return PreparedQuery(
        lambda **keys: (
            StreetKey.objects.filter(kind=KeyKind.NEAR, text__in=list(keys.values()))
            .order_by("street_id")
            .values_list("street_id", F("street__name"))
            .distinct()[:CANDIDATES]
        ),
        **dict.fromkeys(names, str),
    )


_NUMBERED = PreparedQuery(_numbered, kind=str, first=str, last=str, number=int)
_FIRST_HOUSES = PreparedQuery(_first_houses, kind=str, first=str, last=str)
_STREET = PreparedQuery(_street, street=int)
_STREET_NUMBER = PreparedQuery(
    lambda street, number: _street(street=street, number__in=[number]), street=int, number=int
)
_EXISTING = PreparedQuery(
    lambda kind, first, last: _keys(kind, first, last).values_list("pk")[:1], kind=str, first=str, last=str
)
