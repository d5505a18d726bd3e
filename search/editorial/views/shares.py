"""Views that show nobody more than the permission policy of the model gives them."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.views import generic
from wagtail.admin.views.generic.history import HistoryView


class ShareOnly:
    """What the user may see at all, or may do `permitted` with."""

    permitted = "change"
    model: Any
    permission_policy: Any
    request: HttpRequest

    def share(self) -> QuerySet:
        found: QuerySet = self.permission_policy.instances_user_has_permission_for(
            self.request.user, self.permitted
        )
        return found


class ShareIndexView(ShareOnly, generic.IndexView):
    def get_base_queryset(self) -> QuerySet:
        return self.share()


class ShareEditView(ShareOnly, generic.EditView):
    def get_queryset(self) -> QuerySet:
        return self.share()


class ShareDeleteView(ShareOnly, generic.DeleteView):
    permitted = "delete"

    def get_queryset(self) -> QuerySet:
        return self.share()


class ShareUsageView(ShareOnly, generic.UsageView):
    def get_base_object_queryset(self) -> QuerySet:
        return self.share()


class ShareHistoryView(ShareOnly, HistoryView):
    def get_base_object_queryset(self) -> QuerySet:
        return self.share()


class ShareViews:
    """The classes, for a viewset."""

    index_view_class = ShareIndexView
    edit_view_class: type[generic.EditView] = ShareEditView
    delete_view_class = ShareDeleteView
    history_view_class = ShareHistoryView
    usage_view_class = ShareUsageView
