"""Queries that are suggested to everybody."""

from wagtail.admin.viewsets.model import ModelViewSet

from ..models import ReleasedQuery
from ..views.released import ReleasedCreateView


class ReleasedQueryViewSet(ModelViewSet):
    """Released one by one, here or in the statistics; withdrawn by deleting. Nothing is changed."""

    model = ReleasedQuery
    name = "search_released"
    url_prefix = "suche/freigegeben"
    icon = "view"
    menu_label = "Freigegebene Anfragen"
    menu_order = 60
    list_display = ["text", "language", "searches", "released_by", "released_at"]
    list_filter = ["language"]
    search_fields = ["text"]
    form_fields = ["text", "language"]
    add_view_class = ReleasedCreateView
    copy_view_enabled = False
    add_to_reference_index = False
