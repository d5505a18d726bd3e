"""Ways to a case for somebody who has lost the link: reference and code, or the link once more by mail."""

import hmac
import uuid
from hashlib import sha256

from django.db import transaction

from capabilities.domain import secrets
from capabilities.domain.secrets import SecretRefused
from outbox.domain.jobs import enqueue
from outbox.models import OutgoingMail

from ..enums import EntryKind
from ..models import Case
from .journal import THE_CITIZEN, record
from .keys import DataErased, house_key
from .mails import address_of, mail_key, tell
from .secrets import case_opened_by

LINK_KIND = "cases.link"


def token_for(reference: str, typed: str) -> str | None:
    """The token that opens the case `reference`; None whichever of the two is wrong."""
    token = secrets.normalised(typed)
    try:
        case_id = case_opened_by(token)
    except SecretRefused:
        case_id = None
    # Asked for in any case: how long it takes tells nothing.
    found = Case.objects.filter(reference=reference).values_list("pk", flat=True).first()
    return token if case_id is not None and found == case_id else None


def ask_for_link(reference: str, email: str) -> None:
    """Queue a job whether or not there is such a case. Of the address it holds a keyed hash only."""
    wanted = {"reference": reference, "address": _address_digest(email)}
    enqueue(LINK_KIND, uuid.uuid4().hex, payload=wanted)


def send_link(key: str, payload: dict) -> None:
    """Job handler: the link goes to the address of the case, once per job, if that was the one typed."""
    with transaction.atomic():
        case = Case.objects.filter(reference=payload["reference"]).first()
        if case is None or OutgoingMail.objects.filter(key=mail_key(case, "link", key)).exists():
            return
        try:
            address = address_of(case)
        except DataErased:
            return
        if address and hmac.compare_digest(_address_digest(address), payload["address"]):
            tell(case, "link", key)
            record(case.pk, EntryKind.LINK_SENT, THE_CITIZEN)


def _address_digest(email: str) -> str:
    return hmac.new(house_key("names"), f"email:{email.strip().casefold()}".encode(), sha256).hexdigest()
