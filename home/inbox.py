"""The inbox of the back office: what citizens wrote, who deals with it, how far it is."""

from typing import Any

import django_filters
from django.contrib import messages as banners
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry

from home.enums import MessageKind, MessageStatus
from home.models import CitizenMessage

STILL_OPEN = "Offene Zuschriften werden nicht gelöscht. Schließen Sie die Zuschrift zuerst ab."


def visible_to(user: Any, action: str = "change") -> QuerySet[CitizenMessage]:
    """Messages with which the user may do `action`."""
    policy = policy_registry.get_by_type(CitizenMessage)
    return policy.instances_user_has_permission_for(user, action)


def _is_open(message: CitizenMessage) -> bool:
    return message.is_open


class MessageFilterSet(WagtailFilterSet):
    kind = django_filters.MultipleChoiceFilter(
        label="Art", choices=MessageKind.choices, widget=CheckboxSelectMultiple
    )
    status = django_filters.MultipleChoiceFilter(
        label="Stand", choices=MessageStatus.choices, widget=CheckboxSelectMultiple
    )
    recipient_name = django_filters.AllValuesMultipleFilter(label="Zuständig", widget=CheckboxSelectMultiple)

    class Meta:
        model = CitizenMessage
        fields = ["kind", "status", "recipient_name"]


class MessageListView(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[CitizenMessage]:
        return visible_to(self.request.user).select_related("handled_by").defer("note")


class MessageEditView(generic.EditView):
    """Status and note; whoever saves is noted as the one who dealt with it."""

    def get_queryset(self) -> QuerySet[CitizenMessage]:
        return visible_to(self.request.user)

    def save_instance(self) -> CitizenMessage:
        self.form.instance.handled_by = self.request.user
        return super().save_instance()


class MessageDeleteView(generic.DeleteView):
    usage_url_name = None

    def get_queryset(self) -> QuerySet[CitizenMessage]:
        return visible_to(self.request.user, "delete")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.object.is_open:
            banners.error(request, STILL_OPEN)
            return HttpResponseRedirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)


class MessageHistoryView(HistoryView):
    def get_base_object_queryset(self) -> QuerySet[CitizenMessage]:
        return visible_to(self.request.user)


class MessageViewSet(ModelViewSet):
    """No adding, copying or export: messages come from citizens and stay here until they are deleted."""

    model = CitizenMessage
    icon = "mail"
    menu_label = "Bürgerpost"
    menu_order = 205
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    url_prefix = "nachrichten"
    index_view_class = MessageListView
    edit_view_class = MessageEditView
    delete_view_class = MessageDeleteView
    history_view_class = MessageHistoryView
    filterset_class = MessageFilterSet
    search_fields = ["text", "subject", "name", "email", "recipient_name"]
    search_backend_name = None
    ordering = ["-created_at", "-pk"]
    list_display = [
        TitleColumn("headline", label="Zuschrift", url_name="citizenmessage:edit"),
        StatusTagColumn(
            "status", label="Stand", accessor="get_status_display", primary=lambda row: row.is_open
        ),
        Column("sender", label="Von", accessor="sender"),
        Column("recipient_name", label="Zuständig", accessor="recipient_name", sort_key="recipient_name"),
        Column("handled_by", label="Bearbeitet von", accessor="handled_by"),
        DateColumn("created_at", label="Eingegangen", accessor="created_at", sort_key="created_at"),
        Column("delete_on", label="Wird gelöscht", accessor="delete_on", sort_key="delete_on"),
    ]
    edit_handler = ObjectList(
        [
            HelpPanel(heading="Zuschrift", template="home/admin/message.html"),
            MultiFieldPanel([FieldPanel("status"), FieldPanel("note")], heading="Bearbeitung"),
        ]
    )

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(usage_url_name=None, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("edit/<int:pk>/", self.edit_view, name="edit"),
            path("delete/<int:pk>/", self.delete_view, name="delete"),
            path("history/<int:pk>/", self.history_view, name="history"),
            path("history-results/<int:pk>/", self.history_results_view, name="history_results"),
        ]
