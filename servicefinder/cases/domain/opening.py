"""Opening a case: one transaction holds the case, its journal, its documents, its mail and its deliveries."""

import uuid
from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from outbox.domain.mail import queue_mail

from ..enums import DocumentSource, EntryKind, PaymentState
from ..models import Case, NameDigest
from ..wording import day_in
from .contents import NewCase
from .deliveries import plan_deliveries
from .documents import add_document
from .due_dates import due_date
from .journal import THE_CITIZEN, Actor, begun
from .names import name_digests
from .references import next_reference
from .sealing import Seal
from .secrets import give_access, path_of
from .types import version_in_force


@dataclass(frozen=True)
class Opened:
    """`secret` is known only now; empty where the case had been opened before."""

    case: Case
    secret: str
    is_new: bool


def open_case(new: NewCase, by: Actor = THE_CITIZEN) -> Opened:
    """Exactly one case per `submission_key`, whoever asks at the same time.

    Raises NoSuchType, KeyProblem; nothing is left of a case that could not be opened whole.
    """
    try:
        with transaction.atomic():
            if not Case.objects.filter(submission_key=new.submission_key).exists():
                return _open(new, by)
    except IntegrityError:
        pass  # Somebody else was first with this key; anything else is a fault of ours.
    return Opened(Case.objects.get(submission_key=new.submission_key), "", is_new=False)


def _open(new: NewCase, by: Actor) -> Opened:
    version = version_in_force(new.case_type)
    now = timezone.now()
    case_id = uuid.uuid4()
    seal = Seal.new(case_id)
    contents = new.contents
    case = Case(
        id=case_id,
        reference=next_reference(timezone.localdate(now).year),
        submission_key=new.submission_key,
        type_version=version,
        department_id=version.case_type.department_id,
        service_id=new.service_id or version.case_type.service_id,
        origin=new.origin,
        language=new.language,
        form=new.form,
        form_version=new.form_version,
        received_at=now,
        arrived_on=new.arrived_on,
        due_on=due_date(version, new.arrived_on or timezone.localdate(now)),
        payment=PaymentState.DUE if contents.total_cents else PaymentState.FREE,
        payment_way=new.payment_way if contents.total_cents else "",
        price_cents=contents.total_cents,
        is_demo=new.is_demo,
        sealed_name=seal.close_text("name", contents.person.list_name),
        sealed_data=seal.close_json("data", contents.as_json()),
    )
    # Nobody else knows the case yet: the chain begins without asking for its end.
    first = begun(case, EntryKind.RECEIVED, by, references={"origin": str(new.origin)})
    case.save(force_insert=True)
    first.save(force_insert=True)
    NameDigest.objects.bulk_create(
        NameDigest(case_id=case_id, digest=digest) for digest in name_digests(contents.person.list_name)
    )
    for file in new.files:
        add_document(case_id, file, DocumentSource.CITIZEN, by, seal=seal, public=True)
    secret = give_access(case_id)
    _confirm(new, case, secret)
    plan_deliveries(case, new.deliver_to)
    if new.files:
        case.refresh_from_db(fields=["journal_count", "journal_head"])
    return Opened(case, secret, is_new=True)


def _confirm(new: NewCase, case: Case, secret: str) -> None:
    """The mail is a row of this transaction; its key makes it one, and finds it for erasure."""
    if not (new.contents.person.email and new.mail_text):
        return
    text = new.mail_text
    filled = {
        "{reference}": case.reference,
        "{link}": settings.BASE_URL + path_of(secret, case.language),
        "{due}": day_in(case.due_on, case.language),
    }
    for mark, value in filled.items():
        text = text.replace(mark, value)
    queue_mail(
        to=[new.contents.person.email],
        subject=new.mail_subject,
        text=text,
        key=f"case:{case.pk}:received",
    )
