"""Handing a document out at the counter."""

from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from ..enums import DocumentState, EntryKind
from ..models import DocumentRecord
from . import digests
from .journal import Actor, record


class HandOut(TextChoices):
    DONE = "done", "Als ausgehändigt erfasst"
    ALREADY = "already", "War schon als ausgehändigt erfasst"
    UNKNOWN = "unknown", "Nicht gefunden"


@sensitive_variables("serial", "fact")
@transaction.atomic
def hand_out(serial: str, fact: str, by: Actor) -> tuple[HandOut, str]:
    """What became of it, and the kind of document. Of two at once, one hands out."""
    rows = DocumentRecord.objects.filter(digest__in=digests.digests(serial, fact))
    waiting = rows.filter(state__lt=DocumentState.HANDED_OUT)
    changed = waiting.update(state=DocumentState.HANDED_OUT, handed_out_on=timezone.localdate())
    row = rows.first()
    if row is None:
        record(EntryKind.NOT_FOUND, by)
        return HandOut.UNKNOWN, ""
    if changed:
        record(EntryKind.HANDED_OUT, by, {row.kind: 1})
    return (HandOut.DONE if changed else HandOut.ALREADY), row.get_kind_display()
