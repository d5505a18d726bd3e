"""The places of the search in the back office, together in one menu."""

from wagtail.admin.viewsets.base import ViewSetGroup

from .explanations import ExplanationViewSet
from .gaps import GapViewSet
from .guidance import BestBetViewSet, SynonymViewSet
from .released import ReleasedQueryViewSet
from .statistics import StatisticsViewSet, UnseenViewSet


class SearchGroup(ViewSetGroup):
    menu_label = "Suche der Website"  # Wagtail has a “Suche” of its own above.
    menu_name = "suche"
    menu_icon = "search"
    menu_order = 205
    items = (
        StatisticsViewSet(),
        UnseenViewSet(),
        GapViewSet(),
        SynonymViewSet(),
        BestBetViewSet(),
        ReleasedQueryViewSet(),
        ExplanationViewSet(),
    )


__all__ = ["SearchGroup"]
