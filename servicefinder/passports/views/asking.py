"""Asking for a document. The answer is given to the POST itself: no address ever says anything."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.debug import sensitive_variables

from capabilities.domain.tickets import issue_ticket

from ..domain.admitting import admits, turnstile
from ..domain.office import second_fact
from ..domain.pairs import ANSWERED, ONLY_ASKED, sealed_pair
from ..domain.records import find
from ..domain.trying import receipt_to_try
from ..forms.asking import AskForm, GoOnForm, MailForm
from ..presentation import written_pages
from ..presentation.written_pages import Frame
from .pages import current_language, page, private, texts_of_request


@private
def ask(request: HttpRequest) -> HttpResponse:
    form = AskForm(request.POST or None, texts=texts_of_request(), second_fact=second_fact())
    if request.method != "POST" or not form.is_valid():
        return _asking(request, form)
    serial, fact = form.pair
    if admits(request, serial):
        return _answer(request, serial, fact)
    return _turnstile(request, serial, fact)


@private
def go_on(request: HttpRequest) -> HttpResponse:
    """After a proof of work, or with a turn."""
    form = GoOnForm(request.POST or None, texts=texts_of_request())
    if request.method != "POST":
        return redirect("passport_status")
    if not form.is_valid() or form.cleaned_data["pair"] is None:
        return _start_again(request)
    serial, fact = form.cleaned_data["pair"]
    proof, ticket = form.cleaned_data["proof"], form.cleaned_data["turn"]
    wants_turn = bool(form.cleaned_data["wait"])
    if not wants_turn and admits(request, serial, proof=proof, ticket=ticket):
        return _answer(request, serial, fact)
    # A proof that was good but came when all others were used, too, gets a turn.
    return _turnstile(request, serial, fact, ticket=ticket, wants_turn=wants_turn or bool(proof))


@sensitive_variables("serial", "fact")
def _answer(request: HttpRequest, serial: str, fact: str) -> HttpResponse:
    shown = written_pages.answer_page(
        find(serial, fact),
        current_language(),
        request.path,
        lambda: _frame(request),
        pair=sealed_pair(serial, fact, ANSWERED),
        ticket=issue_ticket(MailForm.purpose),
    )
    return HttpResponse(shown)


def _frame(request: HttpRequest) -> Frame:
    texts = texts_of_request()
    answer, offer = mark_safe(written_pages.ANSWER), mark_safe(written_pages.OFFER)
    around = page(request, "passports/answered.html", texts.title, answer=answer, offer=offer).text
    to_fill = {"pair": written_pages.PAIR, "ticket": written_pages.TICKET}
    return Frame(around, mail_offer(MailForm(texts=texts, initial=to_fill)))


def mail_offer(form: MailForm) -> str:
    context = {"form": form, "texts": texts_of_request(), "action": reverse("passport_mail_ask")}
    return render_to_string("passports/mail_offer.html", context)


def _asking(request: HttpRequest, form: AskForm) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    texts = texts_of_request()
    receipt = receipt_to_try() if not settings.PRODUCTION else None
    hint = texts.try_number.format(fact=texts.facts[form.second_fact], **receipt) if receipt else ""
    return page(request, "passports/ask.html", texts.title, status, form=form, hint=hint)


@sensitive_variables("serial", "fact")
def _turnstile(
    request: HttpRequest, serial: str, fact: str, *, ticket: str = "", wants_turn: bool = False
) -> HttpResponse:
    texts = texts_of_request()
    stile = turnstile(request, serial, ticket=ticket, wants_turn=wants_turn)
    form = GoOnForm(
        texts=texts, initial={"pair": sealed_pair(serial, fact, ONLY_ASKED), "turn": stile.ticket}
    )
    seconds = (stile.ready_at - timezone.now()).total_seconds() if stile.ready_at else 0
    context: dict[str, Any] = {
        "form": form,
        "stile": stile,
        "milliseconds": max(0, int(seconds * 1000) + 500),
    }
    return page(request, "passports/turnstile.html", texts.wait_title, **context)


def _start_again(request: HttpRequest) -> HttpResponse:
    texts = texts_of_request()
    form = AskForm(texts=texts, second_fact=second_fact())
    return page(
        request,
        "passports/ask.html",
        texts.title,
        HTTPStatus.UNPROCESSABLE_ENTITY,
        form=form,
        notice=texts.pair_gone,
    )
