"""The daily anchor: a proof about all cases at once, so that not even a whole case can vanish unseen."""

import hmac
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256

import structlog
from django.db import transaction
from django.utils import timezone

from ..models import Anchor, Case, DeletionProof, JournalEntry
from .keys import house_key
from .proofs import forged_proofs

# What is older than this is committed: no transaction lasts so long.
SETTLED_AFTER = timedelta(minutes=10)
log = structlog.get_logger("cases")


def drop_anchor(at: datetime | None = None) -> Anchor:
    """Today's anchor, once a day. Its value is logged as well: logs that are kept elsewhere are a witness."""
    at = at or timezone.now() - SETTLED_AFTER
    day = timezone.localdate(at)
    with transaction.atomic():
        if existing := Anchor.objects.filter(day=day).first():
            return existing
        entries, heads = heads_at(at)
        anchor = Anchor(
            day=day,
            at=at,
            cases=cases_at(at),
            entries=entries,
            heads=heads,
            deletions=DeletionProof.objects.filter(deleted_at__lte=at).count(),
        )
        before = Anchor.objects.filter(day__lt=day).order_by("-day").first()
        anchor.mac = mac_of_anchor(anchor, before.mac if before else "")
        anchor.save(force_insert=True)
    log.info("case anchor", day=str(day), cases=anchor.cases, mac=anchor.mac)
    return anchor


def cases_at(at: datetime) -> int:
    """How many cases there were, by what is there now and what was deleted since."""
    there = Case.objects.filter(received_at__lte=at).count()
    return there + DeletionProof.objects.filter(received_at__lte=at, deleted_at__gt=at).count()


def heads_at(at: datetime) -> tuple[int, str]:
    """Entries that were there, and a hash over the last one of each case; in bounded memory."""
    rows = JournalEntry.objects.filter(at__lte=at).order_by("case_id", "sequence")
    digest, count, last = sha256(), 0, None
    for case_id, sequence, mac in rows.values_list("case_id", "sequence", "mac").iterator(chunk_size=2000):
        count += 1
        if last and last[0] != case_id:
            digest.update(_line(*last))
        last = (case_id, sequence, mac)
    if last:
        digest.update(_line(*last))
    return count, digest.hexdigest()


def broken_anchors() -> Iterator[str]:
    """German sentences about what does not hold; nothing where all is well."""
    for reference in forged_proofs():
        yield f"Der Löschnachweis von {reference} wurde verändert oder ist nicht von uns."
    before, newest = "", None
    for anchor in Anchor.objects.order_by("day").iterator(chunk_size=500):
        day = f"{anchor.day:%d.%m.%Y}"
        if not hmac.compare_digest(anchor.mac, mac_of_anchor(anchor, before)):
            yield f"Der Tagesanker vom {day} wurde verändert, oder einer davor fehlt."
        elif newest and (anchor.day - newest.day).days > 1:
            yield f"Vor dem {day} fehlen Tagesanker."
        yield from _differences(anchor, day)
        before, newest = anchor.mac, anchor
    if newest:
        yield from _changed_since(newest)


def mac_of_anchor(anchor: Anchor, before: str) -> str:
    content = [
        anchor.day.isoformat(),
        anchor.at.isoformat(),
        anchor.cases,
        anchor.entries,
        anchor.heads,
        anchor.deletions,
        before,
    ]
    text = json.dumps(["anchor", *content])
    return hmac.new(house_key("journal"), text.encode(), sha256).hexdigest()


def _differences(anchor: Anchor, day: str) -> Iterator[str]:
    if (cases := cases_at(anchor.at)) != anchor.cases:
        yield f"Am {day} gab es {anchor.cases} Vorgänge; davon sind {cases} da oder nachweislich gelöscht."
    if DeletionProof.objects.filter(deleted_at__lte=anchor.at).count() != anchor.deletions:
        yield f"Seit dem {day} sind Löschnachweise verschwunden oder dazugekommen."


def _changed_since(newest: Anchor) -> Iterator[str]:
    """Ends of chains are compared with the newest anchor, unless a case of it was deleted since."""
    if DeletionProof.objects.filter(deleted_at__gt=newest.at, received_at__lte=newest.at).exists():
        return
    if heads_at(newest.at) != (newest.entries, newest.heads):
        yield f"Journaleinträge aus der Zeit vor dem {newest.day:%d.%m.%Y} wurden entfernt oder ersetzt."


def _line(case_id: object, sequence: int, mac: str) -> bytes:
    return f"{case_id}:{sequence}:{mac}\n".encode()
