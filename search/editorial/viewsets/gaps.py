"""Queries without an answer, as tasks."""

from django.forms import Textarea
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import Gap
from ..permissions import GIVE_GAPS
from ..views.gaps import GapEditView
from ..views.shares import ShareViews


class GapViewSet(ShareViews, ModelViewSet):
    """Opened by night or from the statistics, never typed in."""

    model = Gap
    name = "search_gaps"
    url_prefix = "suche/luecken"
    icon = "warning"
    menu_label = "Lücken"
    menu_order = 30
    list_display = [
        "query",
        "language",
        "reason",
        "state",
        "assignee",
        "department",
        "searches_before",
        "empty_before",
        "clicks_before",
        "created_at",
    ]
    list_filter = ["state", "reason", "language"]
    search_fields = ["query", "assignee", "done"]
    ordering = ["-searches_before", "pk"]
    edit_view_class = GapEditView
    edit_template_name = "search/editorial/gap.html"
    copy_view_enabled = False
    add_to_reference_index = False
    panels = [
        FieldRowPanel([FieldPanel("state"), FieldPanel("assignee")]),
        FieldPanel("department", permission=GIVE_GAPS),
        FieldPanel("done", widget=Textarea(attrs={"rows": 4})),
    ]
