"""What the back office's own interface tells about files: nothing of other departments' collections."""

from typing import Any, cast

from django.db.models import QuerySet
from django.http import HttpRequest, JsonResponse
from wagtail.admin.auth import require_admin_access
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet

from accounts.models import User

from ..domain.visibility import usable_files, visible_tags

TAGS_OFFERED = 10


class UsableDocuments(DocumentsAdminAPIViewSet):
    def get_queryset(self) -> QuerySet[Any]:
        return usable_files(super().get_queryset(), self.request.user)


class UsableImages(ImagesAdminAPIViewSet):
    def get_queryset(self) -> QuerySet[Any]:
        return usable_files(super().get_queryset(), self.request.user)


@require_admin_access
def tags(request: HttpRequest, **_: str) -> JsonResponse:
    """Tags that begin with `term`, in place of Wagtail's list of all."""
    term = request.GET.get("term", "")
    found = visible_tags(cast(User, request.user)).filter(name__istartswith=term).order_by("name")
    names = list(found.values_list("name", flat=True)[:TAGS_OFFERED]) if term else []
    return JsonResponse(names, safe=False)
