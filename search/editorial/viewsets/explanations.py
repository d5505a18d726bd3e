"""Why a result stands where it stands."""

from django.urls import URLPattern, path
from wagtail.admin.viewsets.base import ViewSet

from ..permissions import SeersMenuItem
from ..views.explanations import ExplanationView


class ExplanationViewSet(ViewSet):
    name = "search_explanation"
    url_prefix = "suche/erklaerung"
    icon = "help"
    menu_label = "Warum dieser Treffer?"
    menu_order = 70
    menu_item_class = SeersMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", self.construct_view(ExplanationView), name="index")]
