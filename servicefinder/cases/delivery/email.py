"""A mail to a department: reference and link; with an agreed passphrase the case itself, encrypted."""

from io import BytesIO

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from pypdf import PdfReader, PdfWriter

from outbox.domain.jobs import RetryLater

from ..domain.documents import content_of, name_of
from ..domain.receipts import receipt_pdf
from ..domain.sealing import Seal
from ..models import Case, Delivery
from .options import EmailOptions
from .secrets import secret_of

PAUSE_SECONDS = 120
TEXT = (
    "Guten Tag,\n\nein Vorgang wurde Ihnen übergeben.\n\nAktenzeichen: {reference}\nVorgangsart: {type}\n"
    "In der eAkte: {link}\n{attachment}\nDiese Nachricht wurde automatisch versandt."
)
ATTACHED = "\nDer Anhang ist mit dem vereinbarten Kennwort verschlüsselt.\n"


class Email:
    """Options: `{"to": "amt@stadt.example", "secret": "name in DELIVERY_SECRETS"}`; without `secret`
    nothing is attached. Repeated, the mail carries the same `Message-ID`.
    """

    name = "email"
    label = "E-Mail an ein Amt"
    options_form = EmailOptions

    def deliver(self, delivery: Delivery) -> str:
        case, to = delivery.case, str(delivery.options.get("to", ""))
        validate_email(to)
        encrypted = bool(delivery.options.get("secret"))
        host = settings.BASE_URL.split("//")[-1].split("/")[0].split(":")[0] or "localhost"
        message_id = f"<{delivery.pk}@{host}>"
        text = TEXT.format(
            reference=case.reference,
            type=case.type_version.name,
            link=f"{settings.BASE_URL}/redaktion/",
            attachment=ATTACHED if encrypted else "",
        )
        headers = {"Message-ID": message_id, "Auto-Submitted": "auto-generated"}
        mail = EmailMessage(f"Vorgang {case.reference}", text, to=[to], headers=headers)
        if encrypted:
            content = encrypted_pdf(case, secret_of(delivery).decode())
            mail.attach(f"{case.reference}.pdf", content, "application/pdf")
        try:
            mail.send()
        except OSError as error:
            raise RetryLater(PAUSE_SECONDS, f"Mailserver: {type(error).__name__}") from error
        return message_id


def encrypted_pdf(case: Case, passphrase: str) -> bytes:
    """What was sent as a PDF, its documents inside, all under AES-256."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(receipt_pdf(case, "de"))))
    seal = Seal.of(case.pk)
    for document in case.documents.all():
        writer.add_attachment(name_of(document, seal), content_of(document, seal))
    writer.encrypt(passphrase, algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
