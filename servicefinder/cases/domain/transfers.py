"""Closed cases are handed over to another authority: asked for, kept for a week, then gone."""

from datetime import timedelta
from hashlib import sha512
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from outbox.domain.jobs import enqueue
from servicefinder.catalogue.models import Department

from ..enums import CaseState, EntryKind, TransferState
from ..models import Case, Transfer
from .ciphers import Box
from .journal import Actor
from .keys import create_key, destroy_key, key_of
from .looking import record_for_all
from .sealed_files import opened_blocks
from .transitions import NotPossible

TRANSFER_KIND = "cases.transfer"
CASES_LIMIT = 5_000
KEPT = timedelta(days=7)
UNDER_WAY = (TransferState.WAITING, TransferState.DONE)


def transferable(department: Department, *, again: bool = False) -> QuerySet[Case]:
    """Closed cases of the department; with `again`, those too that were handed over before."""
    closed = Case.objects.filter(department=department, state=CaseState.CLOSED)
    before = Transfer.objects.filter(state__in=(*UNDER_WAY, TransferState.EXPIRED))
    return closed if again else closed.exclude(transfers__in=before)


@transaction.atomic
def request_transfer(cases: QuerySet[Case], department: Department, recipient: str, user: Any) -> Transfer:
    """Which cases it holds is settled now. Raises NotPossible for none and for too many."""
    ids = list(cases.order_by("closed_at", "pk").values_list("pk", flat=True)[: CASES_LIMIT + 1])
    if not ids:
        raise NotPossible("Auf diese Auswahl passt kein abgeschlossener Vorgang.")
    if len(ids) > CASES_LIMIT:
        raise NotPossible(f"Das sind mehr als {CASES_LIMIT} Vorgänge. Bitte grenzen Sie die Auswahl ein.")
    transfer = Transfer.objects.create(
        department=department, recipient=recipient, requested_by=user, total=len(ids)
    )
    transfer.cases.add(*ids)  # type: ignore[arg-type]
    enqueue(TRANSFER_KIND, str(transfer.pk))
    return transfer


def new_box(transfer: Transfer) -> Box:
    """A fresh key; what was sealed for the transfer before cannot be opened any more."""
    with transaction.atomic():
        destroy_key(_subject(transfer))
        return Box(transfer.pk.bytes, create_key(_subject(transfer)))


def box_of(transfer: Transfer) -> Box:
    """Raises DataErased once it has expired."""
    return Box(transfer.pk.bytes, key_of(_subject(transfer)))


def is_intact(transfer: Transfer) -> bool:
    """Whether the ZIP is the one that was written, down to the last byte. Raises KeyProblem, Unreadable,
    FileNotFoundError.
    """
    digest = sha512()
    with transfer.file.open("rb") as source:
        for block in opened_blocks(source, box_of(transfer)):
            digest.update(block)
    return digest.hexdigest() == transfer.sha512


def note_download(transfer: Transfer, by: Actor) -> None:
    """Every case of it is read with it."""
    ids = transfer.cases.values_list("pk", flat=True)
    record_for_all(ids, EntryKind.EXPORTED, by, references={"process": str(transfer.pk)})


@transaction.atomic
def discard(transfer: Transfer, state: TransferState, problem: str = "") -> None:
    """Its key goes now, its file after the commit."""
    destroy_key(_subject(transfer))
    name, storage = transfer.file.name, transfer.file.storage
    Transfer.objects.filter(pk=transfer.pk).update(state=state, problem=problem, file="")
    if name:
        transaction.on_commit(lambda: storage.delete(name))


def discard_expired() -> int:
    """Recurring. How many."""
    expired = Transfer.objects.filter(state=TransferState.DONE, expires_at__lte=timezone.now())
    for transfer in (found := list(expired)):
        discard(transfer, TransferState.EXPIRED)
    return len(found)


def _subject(transfer: Transfer) -> str:
    return f"transfer:{transfer.pk}"
