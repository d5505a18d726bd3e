from django.test import RequestFactory

from home.registries import PagePanels, PageViews


class Page:
    pass


class Other:
    pass


class Panel:
    template = "panel.html"

    def __init__(self, key, data):
        self.key = self.heading = key
        self._data = data

    def data(self, request):
        return self._data


def test_a_page_type_is_served_by_its_view():
    views = PageViews()
    views.register(Page, "view")

    assert views.view_for(Page) == "view"
    assert views.view_for(Other) is None


def test_addresses_below_a_page_have_views_of_their_own():
    views = PageViews()
    views.register(Page, "feed", route="feed/")
    views.register(Page, "year", route="<int:year>/")

    assert views.resolve(Page, "feed/") == ("feed", {})
    assert views.resolve(Page, "2026/") == ("year", {"year": 2026})
    assert views.resolve(Page, "2026/feed/") is None
    assert views.resolve(Other, "feed/") is None


def test_panels_come_in_order_and_only_with_something_to_show():
    panels = PagePanels()
    panels.register("home", Panel("first", {"a": 1}))
    panels.register("home", Panel("empty", None))
    panels.register("home", Panel("second", {}))
    panels.register("contact", Panel("elsewhere", {}))

    filled = list(panels.filled("home", RequestFactory().get("/")))

    assert [(panel.key, panel.data) for panel in filled] == [("first", {"a": 1}), ("second", {})]


def test_the_same_key_replaces_a_panel():
    panels = PagePanels()
    panels.register("home", Panel("hours", {"old": True}))
    panels.register("home", Panel("hours", {"new": True}))

    assert [panel.data for panel in panels.filled("home", RequestFactory().get("/"))] == [{"new": True}]
