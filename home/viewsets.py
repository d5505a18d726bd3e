"""Lists of the back office for what belongs to the whole site."""

from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from home.models import EventCategory, Notice, SiteFrame


class NoticeViewSet(SnippetViewSet):
    """Notices, the newest first."""

    model = Notice
    icon = "warning"
    menu_label = "Hinweise"
    menu_order = 210
    add_to_admin_menu = True
    list_display = [
        "title",
        "severity",
        "starts_at",
        "ends_at",
        BooleanColumn("is_current", label="Jetzt sichtbar"),
    ]
    list_filter = ["severity", "everywhere"]
    search_fields = ["title", "text"]


class SiteFrameViewSet(SnippetViewSet):
    """Navigation and footer, one for each language."""

    model = SiteFrame
    icon = "bars"
    menu_label = "Navigation und Fußzeile"
    menu_order = 220
    add_to_admin_menu = True


class EventCategoryViewSet(SnippetViewSet):
    """Kinds of events that citizens can filter by."""

    model = EventCategory
    icon = "tag"
    menu_label = "Veranstaltungsarten"
    menu_order = 230
    list_display = ["name", "slug"]
    search_fields = ["name"]
