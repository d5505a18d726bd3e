"""Reminders: asking, confirming, ending. No link acts by being looked at."""

from datetime import timedelta
from functools import wraps
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from capabilities.domain.secrets import SecretRefused, resolve
from capabilities.http import View, add_headers, cookieless_post, is_same_origin
from limits.domain.rates import allow, allow_subject
from servicefinder.addresses.models import Address

from ..domain.reminders import (
    CONFIRM,
    UnknownReminder,
    ask_for_reminder,
    confirm_reminder,
    end_reminder,
    reminder_to_end,
)
from ..forms.reminders import ReminderForm
from ..presentation.bins import bins
from ..presentation.reminder_mails import send_confirmation
from ..wording.reminder_pages import reminder_words
from .pages import PRIVATE, language, page, texts_of_request

PER_NETWORK, PER_MAILBOX, ONE_HOUR = 20, 3, timedelta(hours=1)
ONE_CLICK = "One-Click"


def private(view: View) -> View:
    """GET, HEAD and POST, kept by nobody on the way."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return add_headers(view(request, *args, **kwargs), {**PRIVATE, "Cache-Control": "private, no-store"})

    return kept


@cookieless_post
@private
def ask(request: HttpRequest, address: UUID) -> HttpResponse:
    """Raises RateLimited, Http404."""
    house = get_object_or_404(Address.objects.select_related("street"), pk=address)
    offered = [(each.id, each.name) for each in bins(language()).values()]
    data = request.POST if request.method == "POST" else None
    form = ReminderForm(data, bins=offered, language=language())
    if form.is_bound and form.is_valid():
        email = form.cleaned_data["email"]
        allow("waste.reminder", request, limit=PER_NETWORK, per=ONE_HOUR)
        allow_subject("waste.reminder", email.casefold(), limit=PER_MAILBOX, per=ONE_HOUR)
        choice = (form.cleaned_data["art"], form.cleaned_data["hour"], language())
        reminder, token = ask_for_reminder(house, email, *choice)
        send_confirmation(reminder, email, token)
        return _say(request, "sent")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return _say(request, "ask", status, form=form, house=str(house))


@cookieless_post
@private
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    try:
        if request.method == "POST":
            confirm_reminder(token)
            return _say(request, "confirmed")
        resolve(CONFIRM, token)
    except (SecretRefused, UnknownReminder):
        return _say(request, "unknown", HTTPStatus.GONE)
    return _say(request, "confirm", ask_again=True)


@csrf_exempt  # Mail programs press the button (RFC 8058); the token is what allows it.
@private
def end(request: HttpRequest, token: str) -> HttpResponse:
    try:
        reminder_id = reminder_to_end(token)
    except UnknownReminder:
        return _say(request, "unknown", HTTPStatus.NOT_FOUND)
    if request.method == "POST" and (
        request.POST.get("List-Unsubscribe") == ONE_CLICK or is_same_origin(request)
    ):
        end_reminder(reminder_id)
        return _say(request, "ended")
    return _say(request, "end", ask_again=True)


def _say(request: HttpRequest, what: str, status: int = HTTPStatus.OK, **context: Any) -> HttpResponse:
    title, lead, button = reminder_words(texts_of_request().lang)[what]
    context = {"form": None, "lead": lead, "button": button, **context}
    return page(request, "waste/reminder.html", title, status, **context)
