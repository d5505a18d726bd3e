"""Requests of the back office may name only pages that their author may know of."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.admin.auth import permission_denied
from wagtail.models import Page

from accounts.models import User

from .domain.visibility import may_know_of, works_on

# Wagtail's names for a page's key in an address.
PAGE_KWARGS = frozenset({"page_id", "parent_page_id", "page_to_move_id", "destination_id"})
# Addresses that name pages as ?id=…
LISTS_OF_PAGES = frozenset({"wagtailadmin_choose_page_chosen_multiple", "wagtail_bulk_action"})
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
        allowed = (
            name not in CLOSED_REPORTS
            and may_know_of(user, named_pages(request, name, kwargs))
            and all_of_it_is_own(request, user, name)
        )
        return None if allowed else permission_denied(request)


def named_pages(request: HttpRequest, name: str, kwargs: dict[str, Any]) -> set[int]:
    """Keys of the pages that the request names in its address."""
    keys = {str(kwargs[kwarg]) for kwarg in PAGE_KWARGS & kwargs.keys()}
    if name in LISTS_OF_PAGES and kwargs.get("model_name", "page") == "page":
        keys |= set(request.GET.getlist("id"))
    return {int(key) for key in keys if key.isdecimal()}


def all_of_it_is_own(request: HttpRequest, user: User, name: str) -> bool:
    """“All” of a listing is allowed only where everything in it is one's own."""
    if name != "wagtail_bulk_action" or "all" not in request.GET.getlist("id"):
        return True
    parent = request.GET.get("childOf", "")
    page = Page.objects.filter(pk=parent).first() if parent.isdecimal() else None
    return page is not None and works_on(user, page)
