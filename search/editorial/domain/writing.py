"""Counts into the tables, added to what other processes have written."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import TypeVar

from django.db import transaction
from django.db.models import Count, F

from ..models import QueryDay, RecordDay, Refinement, StoredQuery
from .clear_texts import QueryKey, clear_texts
from .counting import Batch, QueryCounts, QueryOfDay
from .normal_queries import digest

# Rows between which others can write: an SQLite database has one writer at a time.
CHUNK = 100
# A query of unknown words is kept in clear from the day on which it is seen for the third time.
DAYS_FOR_CLEAR_TEXT = 3

Ids = Mapping[QueryKey, int]
Item = TypeVar("Item")


def write(batch: Batch) -> None:
    """Raises DatabaseError; what was written until then stays.

    Clicks and refinements are added only to queries that somebody searched for: what a ping or an
    address claims makes no rows.
    """
    asked = {key[:2] for key, counts in batch.queries.items() if counts.searches}
    clear = clear_texts(asked)
    for chunk in _chunks(batch.queries.items()):
        _write_queries(dict(chunk), clear)
    for refinements in _chunks(batch.refinements.items()):
        _write_refinements(dict(refinements))
    for records in _chunks((batch.shown | batch.clicked).keys()):
        _write_records(list(records), batch)


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    remaining = iter(items)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk


@transaction.atomic
def _write_queries(counts: Mapping[QueryOfDay, QueryCounts], clear: set[QueryKey]) -> None:
    searched = {key[:2] for key, counted in counts.items() if counted.searches}
    ids = _ids((key[:2] for key in counts), create=searched, clear=clear)
    days = [(ids[key[:2]], key[2], counted) for key, counted in counts.items() if key[:2] in ids]
    _make_days((query, day) for query, day, _ in days)
    for query, day, counted in days:
        QueryDay.objects.filter(query=query, day=day).update(
            searches=F("searches") + counted.searches,
            empty=F("empty") + counted.empty,
            results=F("results") + counted.results,
            clicks=F("clicks") + counted.clicks,
            ranks=F("ranks") + counted.ranks,
        )
    _reveal({key: ids[key] for key in searched if key not in clear})


@transaction.atomic
def _write_refinements(times: Mapping[tuple[QueryOfDay, str], int]) -> None:
    keys = {(before[0], text) for before, after in times for text in (before[1], after)}
    ids = _ids(keys)
    for (before, after), count in times.items():
        language, text, day = before
        first, second = ids.get((language, text)), ids.get((language, after))
        if first is None or second is None:
            continue
        _make_days([(first, day)])
        QueryDay.objects.filter(query=first, day=day).update(refined=F("refined") + count)
        Refinement.objects.bulk_create(
            [Refinement(before_id=first, after_id=second, day=day)], ignore_conflicts=True
        )
        Refinement.objects.filter(before=first, after=second, day=day).update(times=F("times") + count)


@transaction.atomic
def _write_records(keys: list[tuple[str, date]], batch: Batch) -> None:
    RecordDay.objects.bulk_create([RecordDay(record=r, day=d) for r, d in keys], ignore_conflicts=True)
    for record, day in keys:
        RecordDay.objects.filter(record=record, day=day).update(
            shown=F("shown") + batch.shown[record, day], clicks=F("clicks") + batch.clicked[record, day]
        )


def _ids(keys: Iterable[QueryKey], create: Iterable[QueryKey] = (), clear: Iterable[QueryKey] = ()) -> Ids:
    """Primary keys of stored queries; those to `create` are stored where they are not yet."""
    digests = {digest(text, language): (language, text) for language, text in keys}
    wanted, clear = set(create), set(clear)
    StoredQuery.objects.bulk_create(
        [
            StoredQuery(language=key[0], digest=hashed, text=key[1] if key in clear else "")
            for hashed, key in digests.items()
            if key in wanted
        ],
        ignore_conflicts=True,
    )
    ids: dict[QueryKey, int] = {}
    for stored in StoredQuery.objects.filter(digest__in=digests):
        key = digests[stored.digest]
        ids[key] = stored.pk
        if key in clear and not stored.text:  # Its words have become known meanwhile.
            StoredQuery.objects.filter(pk=stored.pk).update(text=key[1])
    return ids


def _make_days(days: Iterable[tuple[int, date]]) -> None:
    QueryDay.objects.bulk_create(
        [QueryDay(query_id=query, day=day) for query, day in days], ignore_conflicts=True
    )


def _reveal(hidden: Ids) -> None:
    """Keep in clear what enough days have seen."""
    texts = {pk: text for (_, text), pk in hidden.items()}
    often = (
        QueryDay.objects.filter(query__in=texts, query__text="", searches__gt=0)
        .values("query")
        .annotate(days=Count("pk"))
        .filter(days__gte=DAYS_FOR_CLEAR_TEXT)
    )
    for pk in often.values_list("query", flat=True):
        StoredQuery.objects.filter(pk=pk).update(text=texts[pk])
