"""After a restore: what was deleted since the backup is deleted again.

The list is JSON, one proof a line; it is kept apart from the backups.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from ..models import Case, DeletionProof
from .erasing import erase_case
from .keys import forget_house_keys
from .settling import settle_database

FIELDS = (
    "case_id",
    "reference",
    "case_type",
    "reason",
    "received_at",
    "closed_on",
    "deleted_at",
    "documents",
    "journal_count",
    "journal_head",
    "mac",
)


class NotAList(ValueError):
    """A line is no proof of deletion; `str()` says which."""


def deletions_as_lines() -> Iterator[str]:
    for values in DeletionProof.objects.order_by("deleted_at", "pk").values(*FIELDS).iterator(chunk_size=500):
        yield json.dumps(values, default=lambda v: v.isoformat() if hasattr(v, "isoformat") else str(v))


def replay(lines: Iterable[str]) -> Iterator[str]:
    """Delete what the list names and is back; yields the references. Can be repeated. Raises NotAList."""
    forget_house_keys()
    for number, line in enumerate(lines, 1):
        if line.strip() and (reference := _replay_one(_proof(line, number))):
            yield reference
    settle_database()


@transaction.atomic
def _replay_one(proof: DeletionProof) -> str:
    """The proof of then is kept, not one of today."""
    # A hold that was lifted before the deletion may be back.
    Case.objects.filter(pk=proof.case_id).update(hold_reason="", hold_until=None)
    was_there = erase_case(proof.case_id, proof.reason) is not None
    if was_there:
        DeletionProof.objects.filter(case_id=proof.case_id).delete()
    DeletionProof.objects.bulk_create([proof], ignore_conflicts=True)
    return proof.reference if was_there else ""


def _proof(line: str, number: int) -> DeletionProof:
    try:
        values = json.loads(line)
        values = {name: values[name] for name in FIELDS}
        values["case_id"] = UUID(values["case_id"])
        values["received_at"] = datetime.fromisoformat(values["received_at"])
        values["deleted_at"] = datetime.fromisoformat(values["deleted_at"])
        values["closed_on"] = values["closed_on"] and date.fromisoformat(values["closed_on"])
    except (ValueError, TypeError, KeyError) as error:
        raise NotAList(f"line {number} is no proof of deletion") from error
    return DeletionProof(**values)
