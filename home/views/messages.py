"""What the forms for citizens' messages have in common: asking, refusing, sending, thanking."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation

from home.addresses import home_address
from home.domain.breadcrumbs import Crumb
from home.domain.messages.privacy import privacy_answers
from home.domain.messages.receiving import Recipient, Sender, Subject, receive
from home.domain.page_roles import address_of
from home.domain.site_frame import frame
from home.enums import PageRole
from home.forms.messages import MessageForm
from home.message_wording import Texts, texts_in
from home.models import MessageSettings
from home.rendering import render_page
from limits.domain.rates import allow

# Of one network: a school or an office may share it, a robot would send hundreds.
MESSAGES_PER_HOUR = 10
NO_ANSWER = "ohne-antwort"

Addressed = Callable[[MessageForm], tuple[Recipient, Subject]]


@dataclass(frozen=True)
class Conversation:
    """One form on one page. `addressed` says from the checked form to whom a message goes and about what."""

    form: type[MessageForm]
    addressed: Addressed
    sent_url: str
    template: str = "home/message_form.html"
    form_options: dict[str, Any] = field(default_factory=dict)
    context: dict[str, Any] = field(default_factory=dict)


def converse(request: HttpRequest, conversation: Conversation) -> HttpResponse:
    """Show the form, show it again with what is wrong, or take the message and lead on to the thanks.

    Raises RateLimited; then nothing is stored and the form's ticket is not used up.
    """
    texts = texts_in(current_language())
    options = {"texts": texts, **conversation.form_options}
    if request.method != "POST":
        return _ask(request, conversation, conversation.form(**options), texts)
    form = conversation.form(
        request.POST, **options
    )  # Received as a whole before anybody has to wait for it.
    with transaction.atomic():
        if form.is_valid():
            allow(form.purpose, request, limit=MESSAGES_PER_HOUR, per=timedelta(hours=1))
            _send(form, conversation)
            return HttpResponseRedirect(conversation.sent_url + _no_answer(form))
    return _ask(request, conversation, form, texts)


def thank(request: HttpRequest, form: type[MessageForm], crumbs: list[Crumb], **context: Any) -> HttpResponse:
    """What happens next: all of it, or the first sentence where nobody can be answered.

    The address says nothing of who wrote what.
    """
    texts = texts_in(current_language())
    shown = texts.forms[form.kind]
    no_answer = NO_ANSWER in request.GET
    shared = {
        "page_title": shown.sent_title,
        "breadcrumb": [*crumbs, Crumb(shown.sent_title, "")],
        "texts": texts,
        "form_texts": shown,
        "no_answer": no_answer,
        "sentences": shown.sent_next[:1] if no_answer else shown.sent_next,
    }
    return render_page(request, "home/message_sent.html", {**shared, **context})


def current_language() -> str:
    return translation.get_language() or settings.LANGUAGE_CODE


def first_crumb(texts: Texts) -> Crumb:
    return Crumb(texts.home, home_address(current_language()))


def _no_answer(form: MessageForm) -> str:
    """Query of the thanks where a form asks how to answer and the citizen did not say."""
    ways = {"email", "telephone"} & form.cleaned_data.keys()
    return f"?{NO_ANSWER}" if ways and not any(form.cleaned_data[way] for way in ways) else ""


def _send(form: MessageForm, conversation: Conversation) -> None:
    recipient, subject = conversation.addressed(form)
    given = form.cleaned_data
    receive(
        form.kind,
        given["text"],
        language=current_language(),
        recipient=recipient,
        subject=subject,
        sender=Sender(given.get("name", ""), given.get("email", ""), given.get("telephone", "")),
    )


def _ask(request: HttpRequest, conversation: Conversation, form: MessageForm, texts: Texts) -> HttpResponse:
    saved, city = MessageSettings.for_request(request), frame(request)["city"]
    context = {
        "page_title": texts.forms[form.kind].title,
        "description": texts.forms[form.kind].lead,
        "lead": texts.forms[form.kind].lead,
        "form": form,
        "texts": texts,
        "form_texts": texts.forms[form.kind],
        "privacy": privacy_answers(form.kind, texts, saved, city),
        "privacy_url": address_of(PageRole.PRIVACY, current_language()),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render_page(request, conversation.template, {**context, **conversation.context}, status=status)
