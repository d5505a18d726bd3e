"""The same entry in thousands of journals: written by the worker, so that nobody waits while it is."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from home.prepared_queries import sliced
from outbox.domain.jobs import enqueue

from ..enums import EntryKind
from ..models import Case, JournalEntry
from .journal import Actor
from .looking import SLICE, record_for_all

NOTE_KIND = "cases.note"
CASES_PER_JOB = 1000


def note_later(
    occasion: str, case_ids: Iterable[UUID], kind: EntryKind, by: Actor, references: dict[str, Any]
) -> None:
    """Ask for it in the current transaction. Each case notes one `occasion` (a name for ever) once."""
    for number, ids in enumerate(sliced(sorted(case_ids), CASES_PER_JOB)):
        payload = {
            "cases": [str(pk) for pk in ids],
            "kind": kind,
            "by": [by.name, by.user_id],
            "references": {**references, "occasion": occasion},
        }
        enqueue(NOTE_KIND, f"{occasion}:{number}", payload=payload)


def note(_key: str, payload: dict[str, Any]) -> None:
    """Job. Whoever was stopped half-way goes on where that was."""
    for ids in sliced([UUID(pk) for pk in payload["cases"]], SLICE):
        _note(ids, EntryKind(payload["kind"]), Actor(*payload["by"]), payload["references"])


@transaction.atomic
def _note(ids: Sequence[UUID], kind: EntryKind, by: Actor, references: dict[str, Any]) -> None:
    # Whoever holds the cases decides: two workers could have the job when one was very slow.
    cases = Case.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    held = set(cases.values_list("pk", flat=True))
    entries = JournalEntry.objects.filter(case__in=held, kind=kind)
    noted = entries.filter(references__occasion=references["occasion"]).values_list("case", flat=True)
    record_for_all(held.difference(noted), kind, by, references=references)
