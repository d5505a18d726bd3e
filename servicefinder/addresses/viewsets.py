"""Lists of the back office: districts, streets, houses, areas, notices for districts."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .forms.areas import AreaForm
from .models import Address, Area, District, DistrictNotice, Street


class DistrictViewSet(SnippetViewSet):
    model = District
    icon = "globe"
    menu_label = "Stadtteile"
    list_display = ["name", "slug"]
    search_fields = ["name"]
    panels = [FieldPanel("name"), FieldPanel("slug")]


class StreetViewSet(SnippetViewSet):
    """What it is found by is written when it is saved."""

    model = Street
    icon = "site"
    menu_label = "Straßen"
    list_display = ["name", "municipality"]
    search_fields = ["name"]
    ordering = ["sort_key"]
    panels = [FieldPanel("name"), FieldPanel("municipality")]


class AddressViewSet(SnippetViewSet):
    model = Address
    icon = "home"
    menu_label = "Häuser"
    list_display = ["__str__", "postal_code", "district"]
    list_filter = ["district", "postal_code"]
    search_fields = ["street__name", "postal_code"]
    ordering = ["street__sort_key", "number", "suffix"]
    panels = [
        FieldPanel("street"),
        FieldRowPanel([FieldPanel("number"), FieldPanel("suffix")]),
        FieldRowPanel([FieldPanel("postal_code"), FieldPanel("district")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
    ]

    def get_queryset(self, request):  # type: ignore[no-untyped-def]
        return Address.objects.select_related("street", "district")


class AreaViewSet(SnippetViewSet):
    model = Area
    icon = "group"
    menu_label = "Zuständigkeitsgebiete"
    list_display = ["name", "get_kind_display"]
    list_filter = ["kind"]
    search_fields = ["name"]
    edit_handler = ObjectList(
        [
            FieldPanel("kind"),
            FieldPanel("name"),
            MultiFieldPanel([FieldPanel("office"), FieldPanel("page"), FieldPanel("place")], heading="Wo"),
            FieldPanel("districts"),
            InlinePanel(
                "ranges",
                heading="Einzelne Straßen und Hausnummern",
                label="Straßenabschnitt",
                panels=[
                    FieldPanel("street"),
                    FieldPanel("parity"),
                    FieldRowPanel([FieldPanel("first_number"), FieldPanel("first_suffix")]),
                    FieldRowPanel([FieldPanel("last_number"), FieldPanel("last_suffix")]),
                ],
                help_text="Gehen dem Stadtteil vor. Ohne letzte Hausnummer bis zum Ende der Straße.",
            ),
        ],
        base_form_class=AreaForm,
    )


class DistrictNoticeViewSet(SnippetViewSet):
    model = DistrictNotice
    icon = "warning"
    menu_label = "Hinweise für Stadtteile"
    list_display = ["title", "starts_on", "ends_on"]
    list_filter = ["districts"]
    search_fields = ["title", "text"]
    panels = [
        FieldPanel("title"),
        FieldPanel("text"),
        FieldPanel("link"),
        FieldPanel("districts"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    ]


class AddressesViewSetGroup(SnippetViewSetGroup):
    items = (StreetViewSet, AddressViewSet, DistrictViewSet, AreaViewSet, DistrictNoticeViewSet)
    menu_label = "Adressen"
    menu_icon = "site"
    menu_order = 240
