"""Who may see what was searched."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from wagtail.admin.menu import MenuItem

SEE_QUERIES = "search_editorial.view_storedquery"
RELEASE_QUERIES = "search_editorial.add_releasedquery"
WITHDRAW_QUERIES = "search_editorial.delete_releasedquery"
OPEN_GAPS = "search_editorial.add_gap"
GIVE_GAPS = "search_editorial.change_gap"


class SeersMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(SEE_QUERIES)


class SeersOnly:
    """A view for those who may see queries."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        require(request, SEE_QUERIES)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


def require(request: HttpRequest, permission: str) -> None:
    """Raises PermissionDenied."""
    if not request.user.has_perm(permission):
        raise PermissionDenied
