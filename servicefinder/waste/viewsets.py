"""Lists of the back office for waste from A to Z."""

from wagtail.snippets.views.snippets import SnippetViewSet

from .models import WasteItem


class WasteItemViewSet(SnippetViewSet):
    model = WasteItem
    icon = "bin"
    menu_label = "Abfall von A bis Z"
    list_display = ["name", "fraction", "get_place_display"]
    list_filter = ["fraction", "place"]
    search_fields = ["name", "other_names"]
