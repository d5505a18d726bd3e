"""Another due date, with a reason."""

from datetime import date

from django.db import transaction

from ..enums import OPEN_STATES, EntryKind
from ..models import Case
from .journal import Actor, record
from .notes import write_note
from .transitions import NotPossible, change


@transaction.atomic
def change_due_date(case: Case, to: date, reason: str, by: Actor, *, seen_version: int | None = None) -> None:
    """The reason is an internal note that the journal points to. Raises NotPossible, CaseChanged."""
    if case.state not in OPEN_STATES:
        raise NotPossible("Die Frist eines erledigten Vorgangs ändert niemand mehr.")
    former = case.due_on
    change(case, seen_version=seen_version, due_on=to)
    note = write_note(case, reason, by)
    references = {"from": former.isoformat(), "to": to.isoformat(), "message": note.pk}
    record(case.pk, EntryKind.DUE, by, references=references)
