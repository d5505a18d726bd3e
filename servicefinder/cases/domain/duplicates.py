"""The same matter sent twice: one case points to the other."""

from django.db import transaction

from ..enums import EntryKind
from ..models import Case
from .journal import Actor, record
from .transitions import NotPossible, change


@transaction.atomic
def link_duplicate(case: Case, original: Case | None, by: Actor, *, seen_version: int | None = None) -> None:
    """`case` becomes a duplicate of `original`, or of none any more. Raises NotPossible, CaseChanged."""
    if original is not None and (original.pk == case.pk or original.duplicate_of_id == case.pk):
        raise NotPossible("Ein Vorgang kann nicht sein eigenes Doppel sein.")
    former = case.duplicate_of_id
    change(case, seen_version=seen_version, duplicate_of=original)
    target = str(original.pk) if original else None
    record(case.pk, EntryKind.LINKED, by, references={"to": target})
    for other in {each for each in (former, original.pk if original else None) if each}:
        record(other, EntryKind.LINKED, by, references={"from": str(case.pk) if original else None})
