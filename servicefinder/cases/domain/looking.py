"""That somebody looked is journalled: a case and a document once an hour and person, whole lists at once."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from home.prepared_queries import sliced

from ..enums import EntryKind
from ..models import Case, CaseDocument, JournalEntry
from .journal import THE_CITIZEN, Actor, chained, record

SLICE = 100  # Cases that one statement names.
AGAIN_AFTER = timedelta(hours=1)


def note_opening(case: Case, by: Actor) -> None:
    _note_once(case.pk, EntryKind.OPENED, by, {})


def note_citizen(case: Case) -> None:
    """Of whoever has the secret: nobody knows more."""
    _note_once(case.pk, EntryKind.CITIZEN_OPENED, THE_CITIZEN, {})


def note_document(document: CaseDocument, by: Actor) -> None:
    _note_once(document.case_id, EntryKind.DOCUMENT_OPENED, by, {"document": str(document.pk)})


def _note_once(case_id: UUID, kind: EntryKind, by: Actor, references: dict[str, str]) -> None:
    """Also where two requests of the same person come at once."""
    if _was_noted(case_id, kind, by, references):
        return
    with transaction.atomic():
        # Takes the case's row: whoever comes at the same time waits, and then sees the entry.
        Case.objects.filter(pk=case_id).update(journal_count=F("journal_count"))
        if not _was_noted(case_id, kind, by, references):
            record(case_id, kind, by, references=references)


@transaction.atomic
def record_for_all(
    case_ids: Iterable[UUID], kind: EntryKind, by: Actor, *, references: dict[str, Any] | None = None
) -> None:
    """The same entry for each case, in a handful of queries for every slice."""
    # In one order, so that two who do this at once do not wait for each other for ever.
    for ids in sliced(sorted(set(case_ids)), SLICE):
        _record_for(ids, kind, by, references or {})


def _record_for(ids: Sequence[UUID], kind: EntryKind, by: Actor, references: dict[str, Any]) -> None:
    # Whoever adds at the same time waits: for the rows, or on SQLite since the transaction began.
    cases = Case.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    now, entries = timezone.now(), []
    for pk, count, head in cases.values_list("pk", "journal_count", "journal_head"):
        entry = JournalEntry(case_id=pk, sequence=count + 1, at=now, kind=kind, references=dict(references))
        entries.append(chained(entry, by, head))
    JournalEntry.objects.bulk_create(entries)
    _write_heads(entries)


def _write_heads(entries: Iterable[JournalEntry]) -> None:
    """One statement for all rows; as a condition for each case it costs more than all that is done here."""
    table, key = connection.ops.quote_name(Case._meta.db_table), Case._meta.pk
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {table} SET journal_count = %s, journal_head = %s WHERE id = %s",  # noqa: S608
            [(each.sequence, each.mac, key.get_db_prep_value(each.case_id, connection)) for each in entries],
        )


def _was_noted(case_id: UUID, kind: EntryKind, by: Actor, references: dict[str, str]) -> bool:
    since = timezone.now() - AGAIN_AFTER
    entries = JournalEntry.objects.filter(case_id=case_id, by_id=by.user_id, kind=kind, at__gte=since)
    if "document" in references:
        entries = entries.filter(references__document=references["document"])
    return entries.exists()
