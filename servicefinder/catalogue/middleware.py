"""Requests of the back office may name only what their author may know of."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from wagtail.admin.auth import permission_denied
from wagtail.models import Page

from accounts.models import User

from .domain.visibility import file_models, may_know_of, works_on, works_on_all

# Wagtail's names for a page's key in an address.
PAGE_KWARGS = frozenset({"page_id", "parent_page_id", "page_to_move_id", "destination_id"})
# Names pages as ?id=…
CHOSEN_PAGES = "wagtailadmin_choose_page_chosen_multiple"
# Names anything as ?id=… and shows what one may not touch as well.
BULK_ACTION = "wagtail_bulk_action"
# Show the draft of a live page before they check anything.
FOR_THOSE_WHO_WORK_ON_IT = frozenset(
    {
        "wagtailadmin_pages:workflow_preview",
        "wagtailadmin_pages:workflow_action",
        "wagtailadmin_pages:collect_workflow_action_data",
        "wagtailadmin_pages:confirm_workflow_cancellation",
    }
)
# Shows the page of each type that was edited last, whoever it belongs to.
CLOSED_REPORTS = frozenset(
    {"wagtailadmin_reports:page_types_usage", "wagtailadmin_reports:page_types_usage_results"}
)


class ForeignDraftsMiddleware:
    """Refuses where Wagtail would show the title of somebody else's draft.

    Choosers browse below any page, bulk actions list what one may not touch, a move asks for
    confirmation before it checks anything: one rule for all of them instead of a copy of each view.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if not request.path_info.startswith("/redaktion/"):
            return None
        user = request.user
        if not isinstance(user, User) or user.is_superuser:
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        return None if _is_allowed(request, user, name, kwargs) else permission_denied(request)


def _is_allowed(request: HttpRequest, user: User, name: str, kwargs: dict[str, Any]) -> bool:
    if name in CLOSED_REPORTS:
        return False
    if name == BULK_ACTION:
        return may_act_on_all(request, user, kwargs)
    pages = named_pages(request, name, kwargs)
    if pages is None or not may_know_of(user, pages):
        return False
    return name not in FOR_THOSE_WHO_WORK_ON_IT or works_on_all(user, Page, set(map(str, pages)))


def named_pages(request: HttpRequest, name: str, kwargs: dict[str, Any]) -> set[int] | None:
    """Keys of the pages that the request names in its address; None when one is not plainly written.

    Python and the database read “ 215” and “2_15” as numbers: what is judged must be what is shown.
    """
    keys = {str(kwargs[kwarg]) for kwarg in PAGE_KWARGS & kwargs.keys()}
    if name == CHOSEN_PAGES:
        keys |= set(request.GET.getlist("id"))
    return set(map(int, keys)) if all(map(is_plain_key, keys)) else None


def is_plain_key(key: str) -> bool:
    return key.isascii() and key.isdigit()


def may_act_on_all(request: HttpRequest, user: User, kwargs: dict[str, Any]) -> bool:
    """Whether everything that a bulk action names is the user's to work on."""
    try:
        model = apps.get_model(kwargs["app_label"], kwargs["model_name"])
    except LookupError:
        return True  # Not found anyway.
    keys = set(request.GET.getlist("id"))
    if "all" in keys:
        return all_of_it_is_own(request, user, model)
    if model is Page and not all(map(is_plain_key, keys)):
        return False
    try:
        return works_on_all(user, model, keys)
    except (ValueError, ValidationError):
        return False


def all_of_it_is_own(request: HttpRequest, user: User, model: type[Model]) -> bool:
    """“All” of a listing is allowed only where everything in it is one's own."""
    if model in file_models():
        return True  # Wagtail takes “all” as all that one may change.
    if not issubclass(model, Page):
        return False
    parent = request.GET.get("childOf", "")
    page = Page.objects.filter(pk=parent).first() if is_plain_key(parent) else None
    return page is not None and works_on(user, page)
