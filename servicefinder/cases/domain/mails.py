"""Mails about a case: that there is something new, and where; never what.

Their keys begin with `case:<uuid>:`, so that erasure finds them, and make each of them go out once.
"""

from django.conf import settings

from outbox.domain.mail import queue_mail

from ..mail_wording import mail_in
from ..models import Case
from ..wording import day_in
from .contents import Person
from .sealing import Seal
from .secrets import give_access, path_of


def tell(case: Case, occasion: str, about: object = "") -> bool:
    """Queue the mail of `occasion` (see `mail_wording`) in the current transaction, once for each `about`.

    False where the citizen gave no address. Raises DataErased after erasure.
    """
    address = address_of(case)
    if not address:
        return False
    wording = mail_in(case.language, occasion)
    filled = {
        "reference": case.reference,
        "link": link_for(case),
        "due": day_in(case.due_on, case.language),
        "sender": settings.SITE_NAME,
    }
    queue_mail(
        to=[address],
        subject=wording.subject.format(**filled),
        text=wording.text.format(**filled),
        key=mail_key(case, occasion, about),
    )
    return True


def mail_key(case: Case, occasion: str, about: object = "") -> str:
    return f"case:{case.pk}:{occasion}:{about}"


def link_for(case: Case) -> str:
    """A new link with host; English cases open in English."""
    return settings.BASE_URL + path_of(give_access(case.pk), case.language)


def address_of(case: Case) -> str:
    """The citizen's e-mail address, or nothing."""
    return Person(**Seal.of(case.pk).open_json("data", case.sealed_data)["person"]).email
