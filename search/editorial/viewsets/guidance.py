"""Synonyms and best bets."""

from django.forms import Textarea
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.viewsets.model import ModelViewSet

from ..forms import BestBetForm
from ..models import BestBet, Synonym
from ..views.guidance_forms import GuidanceCreateView, GuidanceEditView
from ..views.shares import ShareViews

TIMES = [FieldPanel("active"), FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")])]
IN_FORCE = [BooleanColumn("active", label="Eingeschaltet"), "valid_from", "valid_until"]
LINES = Textarea(attrs={"rows": 5})
FORM_TEMPLATE = "search/editorial/guidance_form.html"


class GuidanceViewSet(ShareViews, ModelViewSet):
    """What both have in common."""

    add_view_class = GuidanceCreateView
    edit_view_class = GuidanceEditView
    create_template_name = FORM_TEMPLATE
    edit_template_name = FORM_TEMPLATE
    copy_view_enabled = False
    add_to_reference_index = False
    list_filter = ["language", "active"]


class SynonymViewSet(GuidanceViewSet):
    model = Synonym
    name = "search_synonyms"
    url_prefix = "suche/synonyme"
    icon = "comment"
    menu_label = "Synonyme"
    menu_order = 40
    list_display = ["__str__", "language", *IN_FORCE, "note", "author"]
    search_fields = ["terms", "targets", "note"]
    panels = [
        FieldPanel("terms", widget=LINES),
        FieldPanel("kind"),
        FieldPanel("targets", widget=LINES),
        FieldPanel("language"),
        *TIMES,
        FieldPanel("note"),
    ]


class BestBetViewSet(GuidanceViewSet):
    model = BestBet
    name = "search_best_bets"
    url_prefix = "suche/beste-treffer"
    icon = "pick"
    menu_label = "Beste Treffer"
    menu_order = 50
    list_display = ["__str__", "position", "language", *IN_FORCE, "note", "author"]
    search_fields = ["queries", "title", "note"]
    edit_handler = ObjectList(
        [
            FieldPanel("queries", widget=LINES),
            FieldPanel("language"),
            FieldPanel("wanted"),
            FieldPanel("record"),
            FieldPanel("position"),
            *TIMES,
            FieldPanel("note"),
        ],
        base_form_class=BestBetForm,
    )
