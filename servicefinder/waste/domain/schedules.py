"""What is collected at one address: the tours that serve it and their published days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from typing import NamedTuple
from uuid import UUID

from django.db.models import OuterRef, Subquery, TextField
from django.db.models.functions import Cast

from home.prepared_queries import PreparedQuery
from servicefinder.addresses.domain.ranges import holds
from servicefinder.addresses.models import Address

from ..enums import CollectionState, PlanState
from ..models import Collection, ServedRange
from .houses import Serving

# Days come by hundreds and repeat: as text they are read once in a process, by the driver each time.
AS_TEXT = ("planned_on", "day", "changed_at")
KEPT_BACK = timedelta(days=31)  # Until February calendars keep the year that is over.


class Pickup(NamedTuple):
    """One published day: `tour` is its code, `planned_on` what the rhythm says, `day` when it is done."""

    tour: str
    fraction_id: int
    fraction_key: str
    fraction: str
    planned_on: date
    day: date
    state: str
    reason: str
    sequence: int
    changed_at: datetime

    @property
    def cancelled(self) -> bool:
        return self.state == CollectionState.CANCELLED

    @property
    def shifted_from(self) -> date | None:
        return self.planned_on if self.state == CollectionState.SHIFTED else None


@dataclass(frozen=True)
class Served:
    """An address and the public tours that serve it, each with the time of its last change."""

    address_id: UUID
    street: str
    house_number: str
    tours: tuple[tuple[int, str, int, str | None], ...]

    @property
    def name(self) -> str:
        return f"{self.street} {self.house_number}"

    @property
    def tour_ids(self) -> list[int]:
        return [tour[0] for tour in self.tours]


def served(address_id: UUID) -> Served | None:
    """None where there is no such address. One query, two where no tour comes."""
    rows = [Serving(*row) for row in _SERVING.rows(address=address_id)]
    if not rows:
        return _served_by_none(address_id)
    first = rows[0]
    tours = {
        row.tour_id: (row.tour_id, row.tour_code, row.year, row.changed_at)
        for row in rows
        if holds(row, row.number, row.suffix)
    }
    house = f"{first.number} {first.suffix}".strip()
    return Served(address_id, first.street, house, tuple(tours.values()))


def pickups(tour_ids: Sequence[int], start: date, fractions: Sequence[int] = ()) -> list[Pickup]:
    """Published days of these tours from `start`, in order; without `fractions` of all. One query."""
    if not tour_ids:
        return []
    values = {f"tour{number}": tour_id for number, tour_id in enumerate(tour_ids)}
    rows = _pickups_of(len(tour_ids)).rows(start=start, **values)
    if fractions:
        rows = [row for row in rows if row[1] in fractions]
    return [
        Pickup(tour, pk, key, name, _day(planned_on), _day(day), state, reason, sequence, _moment(changed_at))
        for tour, pk, key, name, planned_on, day, state, reason, sequence, changed_at in rows
    ]


def first_day(today: date) -> date:
    """Where calendars begin: they do not change from one day to the next."""
    return date((today - KEPT_BACK).year, 1, 1)


def _served_by_none(address_id: UUID) -> Served | None:
    address = Address.objects.select_related("street").filter(pk=address_id).first()
    return None if address is None else Served(address.pk, address.street.name, address.house_number, ())


def _serving_query(address: UUID):  # type: ignore[no-untyped-def]
    changes = Collection.objects.filter(tour=OuterRef("tour")).order_by("-changed_at")
    last = changes.values(moment=Cast("changed_at", TextField()))[:1]
    return (
        ServedRange.objects.filter(street__addresses=address, tour__plan__state=PlanState.PUBLISHED)
        .annotate(last_change=Subquery(last))
        .order_by("tour__plan__year", "tour__code", "pk")
        .values_list(
            *("parity", "first_number", "first_suffix", "last_number", "last_suffix"),
            *("tour_id", "tour__code", "tour__plan__year", "last_change"),
            *("street__name", "street__addresses__number", "street__addresses__suffix"),
        )
    )


_SERVING = PreparedQuery(_serving_query, address=UUID)


_day = lru_cache(maxsize=2048)(date.fromisoformat)


@lru_cache(maxsize=2048)
def _moment(text: str) -> datetime:
    """SQLite leaves out that it is UTC."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@cache
def _pickups_of(count: int) -> PreparedQuery:
    names = [f"tour{number}" for number in range(count)]
    return PreparedQuery(
        lambda start, **tours: (
            Collection.objects.filter(tour__in=list(tours.values()), day__gte=start)
            .annotate(**{f"{name}_text": Cast(name, TextField()) for name in AS_TEXT})
            .order_by("day", "fraction__order", "fraction__name", "planned_on")
            .values_list(
                *("tour__code", "fraction_id", "fraction__key", "fraction__name"),
                *("planned_on_text", "day_text", "state", "reason", "sequence", "changed_at_text"),
            )
        ),
        start=date,
        **dict.fromkeys(names, int),
    )
