"""Erasing a case: its key goes first, then every row and file that was about it; a proof stays."""

from uuid import UUID

from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from capabilities.models import Secret
from outbox.domain.mail import MAIL_KIND
from outbox.models import Job, OutgoingMail

from ..enums import TransferState
from ..models import Case, CaseDocument, DeletionProof
from . import secrets
from .deliveries import DELIVERY_KIND
from .proofs import seal_proof
from .sealing import erase
from .transfers import UNDER_WAY, discard
from .transitions import NotPossible


class OnHold(NotPossible):
    """The case is held back from deletion."""


@transaction.atomic
def erase_case(case_id: UUID, reason: str) -> DeletionProof | None:
    """Everything of the case in one transaction; its files after the commit, or with the nightly clean-up.

    None where somebody else was quicker. Raises OnHold.
    """
    case = (
        Case.objects.select_for_update().select_related("type_version__case_type").filter(pk=case_id).first()
    )
    if case is None:
        return None
    if case.is_held:
        raise OnHold(f"Der Vorgang {case.reference} ist von der Löschung zurückgestellt.")
    erase(case_id)
    proof = _proof(case, reason)
    _forget_traces(case)
    for transfer in case.transfers.filter(state__in=UNDER_WAY):
        discard(transfer, TransferState.FAILED, "Ein Vorgang der Abgabe wurde inzwischen gelöscht.")
    files = [document.file for document in CaseDocument.objects.filter(case_id=case_id)]
    case.delete()
    transaction.on_commit(lambda: _remove(files))
    return proof


def _remove(files: list[FieldFile]) -> None:
    for file in files:
        file.storage.delete(str(file.name))


def _proof(case: Case, reason: str) -> DeletionProof:
    proof = DeletionProof(
        case_id=case.pk,
        reference=case.reference,
        case_type=case.type_version.case_type.key,
        reason=reason,
        received_at=case.received_at,
        closed_on=case.closed_at and timezone.localdate(case.closed_at),
        deleted_at=timezone.now(),
        documents=case.documents.count(),
        journal_count=case.journal_count,
        journal_head=case.journal_head,
    )
    seal_proof(proof)
    proof.save(force_insert=True)
    return proof


def _forget_traces(case: Case) -> None:
    """Mails with their address and text, the reasons of failed jobs, links."""
    mails = OutgoingMail.objects.filter(key__startswith=f"case:{case.pk}:")
    Job.objects.filter(
        kind=MAIL_KIND, key__in=[str(pk) for pk in mails.values_list("pk", flat=True)]
    ).delete()
    mails.delete()
    deliveries = [str(pk) for pk in case.deliveries.values_list("pk", flat=True)]
    Job.objects.filter(kind=DELIVERY_KIND, key__in=deliveries).delete()
    Secret.objects.filter(purpose=secrets.PURPOSE, subject=str(case.pk)).delete()
