"""What higher rooms and this room's own apps announce here in `AppConfig.ready()`.

`page_views`: which view answers for a page type, and for addresses below it.
`page_panels`: what the home page, the contact block and "nothing found" show besides their own text.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.urls.resolvers import RoutePattern

PageView = Callable[..., HttpResponse]


@dataclass(frozen=True)
class PageRoute:
    """A view for the addresses below a page that match `pattern`."""

    pattern: RoutePattern
    view: PageView


class PageViews:
    """View per page type: `view(page, request, **captured) -> HttpResponse`."""

    def __init__(self) -> None:
        self._views: dict[type, PageView] = {}
        self._routes: dict[type, list[PageRoute]] = defaultdict(list)

    def register(self, model: type, view: PageView, route: str = "") -> None:
        """Serve pages of `model` with `view`.

        `route` is a Django path below the page, e.g. `"feed/"` or `"<int:year>/"`; its captured
        values are passed to the view by name. Without it the view serves the page itself.
        """
        if route:
            self._routes[model].append(PageRoute(RoutePattern(route, is_endpoint=True), view))
        else:
            self._views[model] = view

    def view_for(self, model: type) -> PageView | None:
        return self._views.get(model)

    def resolve(self, model: type, rest: str) -> tuple[PageView, dict[str, Any]] | None:
        """View and captured values for `rest`, the address below a page such as `"2026/"`."""
        for route in self._routes.get(model, ()):
            if match := route.pattern.match(rest):
                return route.view, match[2]
        return None


class PagePanel(Protocol):
    """A part of a page that another room fills. `data` returns None when there is nothing to show."""

    key: str
    heading: str
    template: str

    def data(self, request: HttpRequest) -> dict[str, Any] | None: ...


@dataclass(frozen=True)
class FilledPanel:
    """A panel with its data, ready for `{% include panel.template with data=panel.data only %}`."""

    key: str
    heading: str
    template: str
    data: dict[str, Any]


@dataclass
class PagePanels:
    """Panels by place: `home`, `contact`, `nothing_found`."""

    _panels: dict[str, dict[str, PagePanel]] = field(default_factory=lambda: defaultdict(dict))

    def register(self, place: str, panel: PagePanel) -> None:
        """Show `panel` at `place`; a second panel with the same key replaces the first."""
        self._panels[place][panel.key] = panel

    def filled(self, place: str, request: HttpRequest) -> Iterator[FilledPanel]:
        """Panels of `place` that have something to show, in the order of registration."""
        for panel in self._panels.get(place, {}).values():
            if (data := panel.data(request)) is not None:
                yield FilledPanel(panel.key, panel.heading, panel.template, data)


page_views = PageViews()
page_panels = PagePanels()
