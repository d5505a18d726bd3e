"""“Tell me when it is ready”: asked for and answered alike, whatever is known of the document."""

from datetime import timedelta
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import mark_safe

from capabilities.domain import secrets
from limits.domain.rates import allow, allow_subject

from ..domain.ready_mails import PURPOSE, ask_for_mail, cancel, confirm
from ..forms.asking import ConfirmForm, MailForm
from ..models import ReadyMail
from .asking import mail_offer
from .pages import current_language, page, private, texts_of_request

PER_ADDRESS, PER_NETWORK, FOR_ALL = 3, 20, 60
ONE_DAY, ONE_HOUR = timedelta(days=1), timedelta(hours=1)


@private
def ask(request: HttpRequest) -> HttpResponse:
    """Raises RateLimited."""
    texts = texts_of_request()
    if request.method != "POST":
        return redirect("passport_status")
    form = MailForm(request.POST, texts=texts)
    if not form.is_valid():
        offer = mark_safe(mail_offer(form))
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return page(
            request, "passports/answered.html", texts.title, status, form=form, answer="", offer=offer
        )
    pair, email = form.cleaned_data["pair"], form.cleaned_data["email"]
    if pair is None:
        return page(request, "passports/said.html", texts.title, said=[texts.pair_gone])
    allow("passports.mail", request, limit=PER_NETWORK, per=ONE_HOUR)
    allow_subject("passports.mail", email.lower(), limit=PER_ADDRESS, per=ONE_DAY)
    # One order asks for half a year: what all together may order is part of how fast numbers could be walked.
    allow_subject("passports.mail", "", limit=FOR_ALL, per=ONE_HOUR)
    serial, fact = pair
    ask_for_mail(serial, fact, email, current_language())
    return page(request, "passports/said.html", texts.mail_asked_title, said=texts.mail_asked)


@private
def decide(request: HttpRequest, token: str) -> HttpResponse:
    """The link in the mail: looking changes nothing, a button confirms or cancels."""
    texts = texts_of_request()
    try:
        mail_id = secrets.resolve(PURPOSE, token)
    except secrets.SecretRefused:
        return _gone(request)
    mail = ReadyMail.objects.filter(pk=mail_id).first()
    if mail is None:
        return _gone(request)
    form = ConfirmForm(request.POST or None, texts=texts)
    if request.method != "POST" or not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return page(request, "passports/confirm.html", texts.confirm_title, status, form=form, mail=mail)
    if "cancel" in request.POST:
        cancel(mail_id)
        return page(request, "passports/said.html", texts.cancelled_title, said=[texts.cancelled])
    confirm(mail_id)
    return page(request, "passports/said.html", texts.confirmed_title, said=[texts.confirmed])


def _gone(request: HttpRequest) -> HttpResponse:
    texts = texts_of_request()
    allow("passports.refused", request, limit=60, per=ONE_HOUR)
    return page(
        request, "passports/said.html", texts.link_gone_title, HTTPStatus.GONE, said=[texts.link_gone]
    )
