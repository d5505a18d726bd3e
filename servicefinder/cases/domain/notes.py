"""Internal notes: the citizen never sees them, but has a right to them (Art. 15 GDPR)."""

from django.db import transaction

from ..enums import EntryKind, MessageKind
from ..models import Case, CaseMessage
from .journal import Actor, record
from .sealing import Seal

SEALED_AS = "message"
NOTE_LIMIT_CHARACTERS = 5_000


@transaction.atomic
def add_note(case: Case, text: str, by: Actor) -> CaseMessage:
    note = write_note(case, text, by)
    record(case.pk, EntryKind.NOTE, by, references={"message": note.pk})
    return note


def write_note(case: Case, text: str, by: Actor) -> CaseMessage:
    """A note that another entry of the journal points to: why a case was handed over, or a period changed."""
    sealed = Seal.of(case.pk).close_text(SEALED_AS, text)
    return CaseMessage.objects.create(
        case=case, kind=MessageKind.NOTE, sealed_text=sealed, written_by_id=by.user_id
    )
