"""Erasure on request (Art. 17 GDPR): one person asks, another decides; the proof says why."""

from typing import Any

from django.db import IntegrityError, transaction

from ..enums import EntryKind, ErasureReason
from ..models import Case, DeletionProof, ErasureRequest
from .erasing import OnHold, erase_case
from .journal import Actor, record
from .settling import settle_database
from .transitions import NotPossible


@transaction.atomic
def request_erasure(case: Case, reason: str, user: Any) -> ErasureRequest:
    """Raises NotPossible for a case that is held back, or of which somebody asked it before."""
    if reason not in ErasureReason.values or reason == ErasureReason.RETENTION:
        raise NotPossible("Bitte wählen Sie den Anlass.")
    if case.is_held:
        raise OnHold("Der Vorgang ist von der Löschung zurückgestellt.")
    try:
        with transaction.atomic():
            made = ErasureRequest.objects.create(case=case, reason=reason, requested_by=user)
    except IntegrityError:
        raise NotPossible("Die Löschung ist schon beantragt.") from None
    record(case.pk, EntryKind.ERASURE_REQUESTED, Actor.of(user), references={"reason": reason})
    return made


def approve_erasure(request: ErasureRequest, user: Any) -> DeletionProof | None:
    """The case is gone afterwards, also before its retention ends. Raises NotPossible for the same person."""
    if request.requested_by_id == user.pk:
        raise NotPossible("Eine zweite Person muss die Löschung freigeben.")
    proof = erase_case(request.case_id, request.reason)
    settle_database()
    return proof


def refuse_erasure(request: ErasureRequest) -> None:
    """Retention or another duty stands against it (Art. 17 (3)); the request stays in the journal."""
    ErasureRequest.objects.filter(pk=request.pk).delete()
