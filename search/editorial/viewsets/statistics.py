"""What was searched, and what nobody finds."""

from django.urls import URLPattern, path
from wagtail.admin.viewsets.base import ViewSet

from ..permissions import SeersMenuItem
from ..views import statistics, unseen


class StatisticsViewSet(ViewSet):
    name = "search_statistics"
    url_prefix = "suche/statistik"
    icon = "search"
    menu_label = "Was gesucht wird"
    menu_order = 10
    menu_item_class = SeersMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.construct_view(statistics.StatisticsView), name="index"),
            path("tabelle.csv", statistics.as_csv, name="csv"),
            path("aufgabe/", statistics.make_gap, name="make_gap"),
            path("freigeben/", statistics.release, name="release"),
        ]


class UnseenViewSet(ViewSet):
    name = "search_unseen"
    url_prefix = "suche/ungesehen"
    icon = "view"
    menu_label = "Was niemand findet"
    menu_order = 20
    menu_item_class = SeersMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", self.construct_view(unseen.UnseenView), name="index")]
