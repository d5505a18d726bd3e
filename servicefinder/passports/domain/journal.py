"""The office's journal: who did what with how many documents. Entries are only added, each proves the one
before, and none holds content.
"""

import hmac
import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from servicefinder.cases.domain.journal import THE_SYSTEM, Actor
from servicefinder.cases.domain.keys import house_key

from ..enums import EntryKind
from ..models import PassportEntry, PassportJournal

__all__ = ["THE_SYSTEM", "Actor", "broken", "record"]
THE_ONE = 1


@transaction.atomic
def record(kind: EntryKind, by: Actor, counts: dict[str, int] | None = None) -> PassportEntry:
    """Add an entry in the current transaction."""
    PassportJournal.objects.get_or_create(pk=THE_ONE)
    # The update takes the row: whoever adds at the same time waits, on every database.
    PassportJournal.objects.filter(pk=THE_ONE).update(count=F("count") + 1)
    state = PassportJournal.objects.get(pk=THE_ONE)
    entry = PassportEntry(
        sequence=state.count,
        at=timezone.now(),
        kind=kind,
        counts=counts or {},
        by_id=by.user_id,
        by_name=by.name[:150],
    )
    entry.mac = _mac(entry, state.head)
    entry.save(force_insert=True)
    PassportJournal.objects.filter(pk=THE_ONE).update(head=entry.mac)
    return entry


def broken() -> Iterator[str]:
    """What does not hold in the chain; nothing where all is well."""
    head, count = "", 0
    for entry in PassportEntry.objects.order_by("sequence").iterator(chunk_size=500):
        count += 1
        if entry.sequence != count:
            yield f"Eintrag {count} fehlt"
            return
        if not hmac.compare_digest(entry.mac, _mac(entry, head)):
            yield f"Eintrag {count} wurde verändert"
            return
        head = entry.mac
    state = PassportJournal.objects.filter(pk=THE_ONE).first()
    if state and (state.count, state.head) != (count, head):
        yield "am Ende fehlen Einträge"


def _mac(entry: PassportEntry, before: str) -> str:
    content: list[Any] = [
        entry.sequence,
        entry.at.isoformat(),
        entry.by_name,
        str(entry.kind),
        entry.counts,
        before,
    ]
    text = json.dumps(["passports", *content], sort_keys=True, ensure_ascii=False)
    return hmac.new(house_key("journal"), text.encode(), sha256).hexdigest()
