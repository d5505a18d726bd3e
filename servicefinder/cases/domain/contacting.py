"""How the citizen is reached: an address that mails came back from is mended, a decision goes as a letter."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction

from ..enums import DocumentSource, EntryKind
from ..models import Case, CaseDocument
from .contents import Contents
from .journal import Actor, record
from .mails import address_of
from .sealing import Seal
from .transitions import NotPossible, change


@transaction.atomic
def change_email(case: Case, email: str, by: Actor, *, seen_version: int | None = None) -> None:
    """What was sent stays as it was; only where mails go changes. Raises CaseChanged, KeyProblem."""
    seal = Seal.of(case.pk)
    contents = Contents.from_json(seal.open_json("data", case.sealed_data))
    changed = replace(contents, person=replace(contents.person, email=email))
    sealed = seal.close_json("data", changed.as_json())
    change(case, seen_version=seen_version, sealed_data=sealed, mail_bounced=False)
    record(case.pk, EntryKind.CONTACT, by)


def needs_letter(case: Case) -> bool:
    """Whether no mail reaches the citizen. Raises KeyProblem."""
    return case.mail_bounced or not address_of(case)


@transaction.atomic
def note_letter(case: Case, on: date, by: Actor) -> CaseDocument:
    """The newest decision went out on paper. Raises NotPossible without one that has not been sent yet."""
    decision = unsent_decision(case.pk)
    if decision is None:
        raise NotPossible("Es gibt keinen Bescheid, der noch zu versenden ist.")
    CaseDocument.objects.filter(pk=decision.pk).update(sent_on=on)
    references = {"document": str(decision.pk), "on": on.isoformat()}
    record(case.pk, EntryKind.LETTER_SENT, by, references=references)
    return decision


def unsent_decision(case_id: UUID) -> CaseDocument | None:
    """Neither fetched at `/vorgang/` nor sent as a letter."""
    decisions = CaseDocument.objects.filter(case=case_id, source=DocumentSource.DECISION)
    return decisions.filter(sent_on__isnull=True, first_opened_at__isnull=True).order_by("-added_at").first()
