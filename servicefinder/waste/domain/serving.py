"""Which houses the tours of a public plan serve: brought up to date by publication, like the days."""

from typing import NamedTuple

from ..models import Plan, ServedRange, TourRange
from .houses import Span

KEY = ("tour_id", "street_id", *Span._fields)
ROWS_AT_ONCE = 500


class Regrouped(NamedTuple):
    """Tours that serve other houses than before, and the streets in which that is so."""

    tours: set[int]
    streets: set[int]


def publish_houses(plan: Plan) -> Regrouped:
    """Make public what is planned. What stays the same keeps its row; two queries where all does."""
    planned = dict.fromkeys(TourRange.objects.filter(tour__plan=plan).values_list(*KEY))
    rows = ServedRange.objects.filter(tour__plan=plan).values_list("pk", *KEY)
    gone = {pk: tuple(key) for pk, *key in rows.iterator(chunk_size=ROWS_AT_ONCE)}
    there = set(gone.values())
    gone = {pk: key for pk, key in gone.items() if key not in planned}
    new = [key for key in planned if key not in there]
    _delete(list(gone))
    ServedRange.objects.bulk_create(
        (ServedRange(**dict(zip(KEY, key, strict=True))) for key in new), batch_size=ROWS_AT_ONCE
    )
    changed = [*gone.values(), *new]
    return Regrouped({key[0] for key in changed}, {key[1] for key in changed})


def _delete(pks: list[int]) -> None:
    for start in range(0, len(pks), ROWS_AT_ONCE):
        ServedRange.objects.filter(pk__in=pks[start : start + ROWS_AT_ONCE]).delete()
