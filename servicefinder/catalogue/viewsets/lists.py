"""Lists for what belongs to the whole city, and for who belongs to which department."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from ..models import LifeSituation, Membership


class LifeSituationViewSet(SnippetViewSet):
    model = LifeSituation
    icon = "group"
    menu_label = "Lebenslagen"
    menu_order = 150
    add_to_admin_menu = True
    list_display = ["title", "slug", "order"]
    ordering = ["order", "title"]
    search_fields = ["title", "teaser"]
    panels = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("teaser"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("image")], heading="Bild"),
        FieldPanel("order"),
    ]


class MembershipViewSet(ModelViewSet):
    """Who may write and approve for which department, from when until when."""

    name = "memberships"
    model = Membership
    icon = "user"
    menu_label = "Mitgliedschaften"
    menu_order = 590
    add_to_settings_menu = True
    list_display = ["user", "department", "role", "valid_from", "valid_until"]
    list_filter = ["department", "role"]
    inspect_view_enabled = False
    panels = [
        FieldPanel("user"),
        FieldPanel("department"),
        FieldPanel("role"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
    ]
