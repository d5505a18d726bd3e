"""The journal: entries are only added, and each proves the one before.

An entry's MAC (HMAC-SHA-256, key outside the database) covers everything in it and the MAC before. The case
keeps number and MAC of the newest entry, a daily anchor those of all cases: neither an entry nor a whole
case can be taken out unseen.
"""

import hmac
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..enums import EntryKind
from ..models import Case, JournalEntry
from .keys import house_key

NAME_CHARACTERS = 150
CITIZEN, SYSTEM = "Antragstellende Person", "System"


@dataclass(frozen=True)
class Actor:
    """Who did it: somebody of the staff, the citizen, or the system itself."""

    name: str
    user_id: int | None = None

    @classmethod
    def of(cls, user: Any) -> "Actor":
        return cls(user.get_full_name() or user.get_username(), user.pk)


THE_CITIZEN, THE_SYSTEM = Actor(CITIZEN), Actor(SYSTEM)


@dataclass(frozen=True)
class Break:
    """Where a chain does not hold."""

    reference: str
    sequence: int
    problem: str


@transaction.atomic
def record(
    case_id: UUID,
    kind: EntryKind,
    by: Actor,
    *,
    from_state: str = "",
    to_state: str = "",
    references: dict[str, Any] | None = None,
) -> JournalEntry:
    """Add an entry in the current transaction. `references` hold keys and codes, never content."""
    # The update takes the case's row: whoever adds at the same time waits, on every database.
    Case.objects.filter(pk=case_id).update(journal_count=F("journal_count") + 1)
    count, head = Case.objects.values_list("journal_count", "journal_head").get(pk=case_id)
    entry = chained(
        JournalEntry(
            case_id=case_id,
            sequence=count,
            at=timezone.now(),
            kind=kind,
            from_state=from_state,
            to_state=to_state,
            references=references or {},
        ),
        by,
        head,
    )
    entry.save(force_insert=True)
    Case.objects.filter(pk=case_id).update(journal_head=entry.mac)
    return entry


def begun(case: Case, kind: EntryKind, by: Actor, *, references: dict[str, Any]) -> JournalEntry:
    """The first entry of a case that is not stored yet, itself unsaved; `case` gets the head of its chain."""
    entry = JournalEntry(
        case_id=case.pk,
        sequence=1,
        at=timezone.now(),
        kind=kind,
        to_state=case.state,
        references=references,
    )
    case.journal_count, case.journal_head = 1, chained(entry, by, "").mac
    return entry


def chained(entry: JournalEntry, by: Actor, before: str) -> JournalEntry:
    """The new entry with who did it and its MAC after the one `before`. `at` is in UTC, as it is read."""
    entry.by_id, entry.by_name = by.user_id, by.name[:NAME_CHARACTERS]
    entry.mac = mac_of(entry, before)
    return entry


def broken(case: Case) -> Iterator[Break]:
    """What does not hold in the chain of `case`; nothing where all is well."""
    head, count = "", 0
    for entry in JournalEntry.objects.filter(case=case).order_by("sequence").iterator(chunk_size=500):
        count += 1
        if entry.sequence != count:
            yield Break(case.reference, count, "ein Eintrag fehlt")
            return
        if not hmac.compare_digest(entry.mac, mac_of(entry, head)):
            yield Break(case.reference, entry.sequence, "der Eintrag wurde verändert")
            return
        head = entry.mac
    if (count, head) != (case.journal_count, case.journal_head):
        yield Break(case.reference, case.journal_count, "am Ende fehlen Einträge")


def verify(cases: Iterable[Case]) -> Iterator[Break]:
    for case in cases:
        yield from broken(case)


def mac_of(entry: JournalEntry, before: str) -> str:
    content = [
        str(entry.case_id),
        entry.sequence,
        entry.at.isoformat(),
        entry.by_name,
        str(entry.kind),
        str(entry.from_state),
        str(entry.to_state),
        entry.references,
        before,
    ]
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hmac.new(house_key("journal"), text.encode(), sha256).hexdigest()
