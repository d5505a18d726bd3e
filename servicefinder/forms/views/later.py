"""Stopping for now: the link to keep, and the same by mail."""

from datetime import timedelta
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext

from limits.domain.rates import allow, allow_subject
from outbox.domain.mail import queue_mail

from ..domain.drafts import AlreadySubmitted
from ..forms import MailLink
from ..presentation.addresses import LATER, RESUME
from .answers import Visit, draft_page, show, to

MAILS_PER_DRAFT = 5
MAILS_PER_NETWORK = 40
SENT = "gesendet"


@draft_page
def later(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Nothing of what was typed is in the mail, and the address it goes to is not kept."""
    if visit.draft.content.confirmation is not None:
        raise AlreadySubmitted
    form = _form(request)
    if form.is_bound and form.is_valid():
        _send(request, visit, form.cleaned_data["email"])
        return to(f"{visit.addresses.of(LATER)}?{SENT}")
    errors = [{"text": error, "id": ""} for error in form.non_field_errors()]
    errors += [{"text": error, "id": "id_guard-email"} for error in form.errors.get("email", ())]
    context = {
        "form": form,
        "errors": errors,
        "sent": SENT in request.GET,
        "kept_url": visit.addresses.full,
        "resume_url": visit.addresses.of(RESUME),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return show(request, visit, "onlineforms/later.html", gettext("Später weitermachen"), context, status)


def _form(request: HttpRequest) -> MailLink:
    label = gettext("Ihre E-Mail-Adresse")
    invalid = gettext("Das ist keine vollständige E-Mail-Adresse. Sie sieht aus wie name@beispiel.de.")
    return MailLink(label, invalid, request.POST if request.method == "POST" else None)


def _send(request: HttpRequest, visit: Visit, email: str) -> None:
    hour = timedelta(hours=1)
    allow_subject("onlineforms.mail.draft", str(visit.draft.row.pk), limit=MAILS_PER_DRAFT, per=hour)
    allow("onlineforms.mail", request, limit=MAILS_PER_NETWORK, per=hour)
    until = date_format(localtime(visit.draft.row.expires_at), gettext("j. F Y"))
    text = gettext(
        "Guten Tag,\n\nmit diesem Link machen Sie mit Ihrem Formular „%(title)s“ weiter:\n%(link)s\n\n"
        "Er gilt bis zum %(until)s. Wer den Link hat, kann Ihre Angaben sehen. "
        "Bitte geben Sie ihn nicht weiter.\n\n"
        "Haben Sie gar kein Formular ausgefüllt? Dann hat jemand Ihre Adresse falsch angegeben, "
        "und Sie brauchen nichts zu tun."
    ) % {"title": visit.title, "link": visit.addresses.full, "until": until}
    queue_mail(to=[email], subject=gettext("Ihr Link zum Weitermachen: %s") % visit.title, text=text)
