"""Keeps in the database what things are called, independent of any engine: see `search.domain.limited`."""

import hashlib
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import connection, transaction

from search.engines.questions import Change, IndexEntry
from search.engines.ranking import EMPTY_FIELD, FIELDS
from search.models import FindableName, NamedRecord, NameStem

# Fields of names, the weightiest first.
NAME_FIELDS = ("title", "alternatives", "vocabulary")
# What everyday words and other languages add: a name of its own counts more.
WEIGHTS = {"title": FIELDS["title"], "alternatives": 2.0, "vocabulary": 1.5}
# Of what a result shows, all but the teaser is left to the engines.
TEXTS = ("passages", "stems", "places")
STEM_CHARACTERS = 64
RECORDS_PER_TRANSACTION = 20  # A tenth of a second, for which other writers wait.
ROWS_PER_STATEMENT = 500
KEEP_GONE_NANOSECONDS = 24 * 60 * 60 * 10**9


def keep_names(changes: Iterable[Change]) -> None:
    """Replace the names of each change's record, unless something newer is known. Idempotent."""
    for _ in with_names(changes):
        pass


def with_names(changes: Iterable[Change]) -> Iterator[Change]:
    """The same changes, each handed on once its names are kept."""
    drawn = iter(changes)
    while batch := list(islice(drawn, RECORDS_PER_TRANSACTION)):
        _keep({change.record: change for change in batch})
        yield from batch


def named_records(source: str) -> set[str]:
    """Primary keys of the records of `source` that have names."""
    beginning = f"{source}:"
    named = NamedRecord.objects.filter(record__startswith=beginning, names__isnull=False)
    return {record.removeprefix(beginning) for record in named.values_list("record", flat=True)}


def forget_gone_records() -> None:
    """Delete what only said that a record is gone."""
    before = time.time_ns() - KEEP_GONE_NANOSECONDS
    NamedRecord.objects.filter(names__isnull=True, version__lt=before).delete()


def _keep(changes: dict[str, Change]) -> None:
    digests = {record: _digest(change.entries) for record, change in changes.items()}
    with transaction.atomic():
        rows = _held(changes)
        older = [row for row in rows if row.version <= changes[row.record].version]
        changed = [row for row in older if row.digest != digests[row.record]]
        for row in older:
            row.version, row.digest = changes[row.record].version, digests[row.record]
        NamedRecord.objects.bulk_create(
            older, update_conflicts=True, update_fields=["version", "digest"], unique_fields=["record"]
        )
        _replace(changed, changes)


def _held(records: Iterable[str]) -> list[NamedRecord]:
    """Their rows, made where there were none. Whoever holds them decides; ordered, so that two of us do not
    wait for each other."""
    asked = sorted(records)
    rows = NamedRecord.objects.select_for_update().filter(record__in=asked).order_by("record")
    known = {row.record for row in rows}
    if missing := [NamedRecord(record=record) for record in asked if record not in known]:
        NamedRecord.objects.bulk_create(missing, ignore_conflicts=True)
        return list(rows.all())
    return list(rows)


def _replace(rows: Sequence[NamedRecord], changes: dict[str, Change]) -> None:
    owners = [row.pk for row in rows]
    if not owners:
        return
    names = FindableName.objects.filter(owner__in=owners)
    # Nothing hangs on these rows: one statement each instead of reading them first.
    stems = NameStem.objects.filter(name__in=names.values("pk"))
    stems._raw_delete(stems.db)
    names._raw_delete(names.db)
    entries = [(row, entry) for row in rows for entry in changes[row.record].entries]
    made = FindableName.objects.bulk_create(
        [_name(row, entry) for row, entry in entries], batch_size=ROWS_PER_STATEMENT
    )
    _insert_stems(
        (name.pk, entry.language, stem, weight)
        for name, (_, entry) in zip(made, entries, strict=True)
        for stem, weight in _stems(entry)
    )


def _insert_stems(rows: Iterable[tuple[int, str, str, float]]) -> None:
    """A service has hundreds: made as objects, they would cost more than all that is done for the index."""
    table = connection.ops.quote_name(NameStem._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (name_id, language, stem, weight) VALUES (%s, %s, %s, %s)",  # noqa: S608
            list(rows),
        )


def _name(row: NamedRecord, entry: IndexEntry) -> FindableName:
    return FindableName(
        owner=row,
        key=entry.key,
        language=entry.language,
        type=entry.type,
        title_words=len(set(entry.title.split())),
        facets=list(entry.facets),
        prior=entry.prior,
        visible_until=entry.visible_until,
        stored={
            **entry.stored,
            "passages": _first_line(entry, "passages"),
            "stems": _first_line(entry, "stems"),
            "places": [],
        },
    )


def _stems(entry: IndexEntry) -> Iterator[tuple[str, float]]:
    """Each stem once, with the weight of its best field."""
    weights: dict[str, float] = {}
    for field in NAME_FIELDS:
        for stem in entry.tokens[field].split():
            weights.setdefault(stem[:STEM_CHARACTERS], WEIGHTS[field])
    weights.pop(EMPTY_FIELD, None)
    return iter(weights.items())


def _first_line(entry: IndexEntry, name: str) -> str:
    """Of the text that is shown: the teaser."""
    return str(entry.stored[name]).partition("\n")[0]


def _digest(entries: Sequence[IndexEntry]) -> str:
    """Of all that is kept of a record; empty for a record that is gone."""
    if not entries:
        return ""
    kept = [
        (
            entry.key,
            [entry.tokens[field] for field in NAME_FIELDS],
            entry.facets,
            entry.prior,
            entry.visible_until,
            sorted((name, value) for name, value in entry.stored.items() if name not in TEXTS),
            _first_line(entry, "passages"),
        )
        for entry in entries
    ]
    return hashlib.blake2b(repr(kept).encode(), digest_size=16).hexdigest()
