"""Reporting a barrier, as the accessibility statement promises (§ 14 HessBGG, EU 2016/2102 Art. 7)."""

from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from capabilities.http import cookieless_post
from home.domain.breadcrumbs import Crumb
from home.domain.messages.receiving import Recipient, Subject
from home.domain.messages.recipients import default_recipient
from home.domain.page_roles import address_of
from home.domain.site_frame import frame
from home.enums import MessageKind, PageRole
from home.forms.messages import BarrierForm, MessageForm
from home.message_wording import Texts, texts_in
from home.models import MessageSettings
from home.registries import form_replacements
from home.views.messages import Conversation, converse, current_language, first_crumb, thank

PAGE_PARAMETER = "seite"


@never_cache
@cookieless_post
def report_barrier(request: HttpRequest) -> HttpResponse:
    """The page that the citizen comes from is filled in: `?seite=` names it, or else the browser does.

    Where a department's own form takes its place this leads there, with the page; what was sent meanwhile is
    still taken.
    """
    page = _page_of_ours(request.GET.get(PAGE_PARAMETER) or _came_from(request))
    if request.method != "POST" and (address := _replacement()):
        return HttpResponseRedirect(f"{address}?{urlencode({PAGE_PARAMETER: page})}" if page else address)

    def addressed(form: MessageForm) -> tuple[Recipient, Subject]:
        saved, city = MessageSettings.for_request(request), frame(request)["city"]
        return default_recipient(MessageKind.BARRIER, saved, city), Subject(form.cleaned_data["page"])

    texts = texts_in(current_language())
    conversation = Conversation(
        form=BarrierForm,
        addressed=addressed,
        sent_url=reverse("report_barrier_sent"),
        form_options={"initial": {"page": page}},
        context={"breadcrumb": [*_crumbs(texts), Crumb(texts.forms[MessageKind.BARRIER].title, "")]},
    )
    return converse(request, conversation)


@never_cache
def report_barrier_sent(request: HttpRequest) -> HttpResponse:
    statement = _statement(texts_in(current_language()))
    crumbs = _crumbs(texts_in(current_language()))
    return thank(request, BarrierForm, crumbs, back=statement)


def _replacement() -> str:
    found = (each.address(MessageKind.BARRIER, current_language()) for each in form_replacements)
    return next(filter(None, found), "")


def _came_from(request: HttpRequest) -> str:
    """Path of the page of this site that led here, without what was searched for there."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    ours = came_from.netloc in (request.get_host(), urlsplit(settings.BASE_URL).netloc)
    return came_from.path if ours and came_from.path != request.path else ""


def _page_of_ours(address: str) -> str:
    """The full address of a page of this site; anything else is left out."""
    is_path = address.startswith("/") and not address.startswith("//")
    return settings.BASE_URL + address if is_path and address.isprintable() else ""


def _crumbs(texts: Texts) -> list[Crumb]:
    statement = _statement(texts)
    return [first_crumb(texts), *([statement] if statement else [])]


def _statement(texts: Texts) -> Crumb | None:
    """The accessibility statement in this language, or in German."""
    for language in dict.fromkeys((current_language(), settings.LANGUAGE_CODE)):
        if url := address_of(PageRole.ACCESSIBILITY, language):
            return Crumb(texts.statement, url)
    return None
