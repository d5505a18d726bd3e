"""The back office refuses with a sentence what the model would refuse with an error."""

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page
from wagtail.signals import init_new_page

from home.domain.official_notices import sealed_below
from home.models import OfficialNoticeAttachment, OfficialNoticePage
from home.official_seal import REFUSAL

BELOW = "Darunter liegen veröffentlichte amtliche Bekanntmachungen. Sie müssen dauerhaft erreichbar bleiben."
ATTACHED = "Eine der Dateien gehört zu einer amtlichen Bekanntmachung und wird nicht gelöscht."
# Before other hooks that would refuse without saying why.
FIRST = -10
CORRECTS = "berichtigt"  # In the address of a new notice's form: key of the notice that it corrects.

# Wagtail gives a new page's form to its receivers without the request.
_corrected: ContextVar[str] = ContextVar("official_notice_corrected", default="")


def refuse_change(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A sealed notice is not edited; what helps is a new notice that corrects it."""
    sealed = OfficialNoticePage.objects.filter(pk=page.pk).exclude(digest="").exists()
    return _refused(request, page, REFUSAL, correction=True) if sealed else None


def refuse_deletion(request: HttpRequest, page: Page, *args: Any) -> HttpResponse | None:
    return refuse_change(request, page) or _refused_below(request, page)


def refuse_unpublishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Taking only the list offline hides it; taking along what lies below would hide the notices."""
    if response := refuse_change(request, page):
        return response
    return _refused_below(request, page) if request.POST.get("include_descendants") else None


def refuse_bulk_action(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any
) -> HttpResponse | None:
    """Deleting, hiding, moving or publishing again several pages at once; deleting documents."""
    pages = [row for row in objects if isinstance(row, Page)]
    if pages and sealed_below(pages):
        messages.error(request, f"{REFUSAL} {BELOW}")
        return HttpResponseRedirect(action.next_url)
    documents = [row.pk for row in objects if isinstance(row, AbstractDocument)]
    if action_type == "delete" and OfficialNoticeAttachment.objects.filter(document__in=documents).exists():
        messages.error(request, ATTACHED)
        return HttpResponseRedirect(action.next_url)
    return None


def _refused_below(request: HttpRequest, page: Page) -> HttpResponse | None:
    return _refused(request, page, BELOW) if sealed_below([page]) else None


def _refused(request: HttpRequest, page: Page, reason: str, *, correction: bool = False) -> HttpResponse:
    parent = page.get_parent()
    add = reverse("wagtailadmin_pages:add", args=["home", "officialnoticepage", parent.pk])
    buttons = [messages.button(f"{add}?{CORRECTS}={page.pk}", "Berichtigung anlegen")] if correction else []
    messages.error(request, reason, buttons=buttons)
    return HttpResponseRedirect(reverse("wagtailadmin_explore", args=[parent.pk]))


def remember_correction(request: HttpRequest, parent: Page, page_class: type[Page]) -> None:
    """Runs before each form of a new page, so that none finds what another request left."""
    _corrected.set(request.GET.get(CORRECTS, ""))


def name_corrected_notice(page: Page, **kwargs: Any) -> None:
    """Choose in the form of a new notice the one that it corrects."""
    key = _corrected.get()
    if isinstance(page, OfficialNoticePage) and key.isdecimal():
        page.corrects = OfficialNoticePage.objects.filter(pk=key).exclude(digest="").first()


def register() -> None:
    """Called by `wagtail_hooks`."""
    init_new_page.connect(name_corrected_notice, dispatch_uid="official_notice_corrects")
    found: dict[str, Callable[..., Any]] = {
        "before_create_page": remember_correction,
        "before_edit_page": refuse_change,
        "before_convert_alias_page": refuse_change,
        "before_delete_page": refuse_deletion,
        "before_move_page": refuse_deletion,
        "before_unpublish_page": refuse_unpublishing,
        "before_bulk_action": refuse_bulk_action,
    }
    for name, hook in found.items():
        hooks.register(name, hook, order=FIRST)
