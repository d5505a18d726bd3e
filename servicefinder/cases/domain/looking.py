"""That somebody looked is journalled: a case and a document once an hour and person, whole lists at once."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Case as ByCondition
from django.db.models import CharField, F, Value, When
from django.utils import timezone

from home.prepared_queries import sliced

from ..enums import EntryKind
from ..models import Case, CaseDocument, JournalEntry
from .journal import THE_CITIZEN, Actor, chained, record

# Heads are written by one condition for each case: a statement for thousands takes much memory.
SLICE = 100
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
    list(Case.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk", flat=True))
    Case.objects.filter(pk__in=ids).update(journal_count=F("journal_count") + 1)
    now, entries = timezone.now(), []
    for pk, count, head in Case.objects.filter(pk__in=ids).values_list("pk", "journal_count", "journal_head"):
        entry = JournalEntry(case_id=pk, sequence=count, at=now, kind=kind, references=dict(references))
        entries.append(chained(entry, by, head))
    JournalEntry.objects.bulk_create(entries)
    heads = [When(pk=entry.case_id, then=Value(entry.mac)) for entry in entries]
    if heads:
        Case.objects.filter(pk__in=ids).update(journal_head=ByCondition(*heads, output_field=CharField()))


def _was_noted(case_id: UUID, kind: EntryKind, by: Actor, references: dict[str, str]) -> bool:
    since = timezone.now() - AGAIN_AFTER
    entries = JournalEntry.objects.filter(case_id=case_id, by_id=by.user_id, kind=kind, at__gte=since)
    if "document" in references:
        entries = entries.filter(references__document=references["document"])
    return entries.exists()
