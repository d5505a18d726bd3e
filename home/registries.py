"""What higher rooms and this room's own apps announce here in `AppConfig.ready()`.

`page_views`: which view answers for a page type, and for addresses below it.
`page_panels`: what the home page, the contact block and "nothing found" show besides their own text.
`sitemap_sections`: addresses for search engines that are not those of the page tree.
`feedback_subjects`: what citizens can tell us something about.
`form_lists`: online services and forms for /formulare/.
`form_replacements`: forms that take the place of the simple ones of this room.
`staff_departments`: for which departments' messages somebody is responsible.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls.resolvers import RoutePattern
from wagtail.models import Page

from outbox.registries import Registry

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

    @property
    def key(self) -> str: ...
    @property
    def heading(self) -> str: ...
    @property
    def template(self) -> str: ...

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


@dataclass(frozen=True)
class SitemapEntry:
    """One thing: its address (path) in each language it is public in, and when it last changed."""

    paths: dict[str, str]
    changed_at: datetime | None = None


class SitemapSection(Protocol):
    """A part of the sitemap. `name` stands in its address; the tree's own part leaves out `page_models`."""

    name: str
    page_models: tuple[type[Page], ...]

    def count(self) -> int: ...

    def entries(self, start: int, stop: int) -> Iterator[SitemapEntry]:
        """Entries from `start` to before `stop` in an order that stays the same."""
        ...


@dataclass(frozen=True)
class FeedbackSubject:
    """What feedback is about, and who gets it; `department_email` may be empty."""

    id: UUID
    title: str
    url: str
    department_id: UUID | None
    department_name: str
    department_email: str


class FeedbackResolver(Protocol):
    name: str

    def subject(self, slug: str, language: str) -> FeedbackSubject | None:
        """The public thing at `slug`, under its current or an older address."""
        ...


@dataclass(frozen=True)
class FormEntry:
    """A row of /formulare/: what is done online or printed, and the service (under `letter`) it belongs to.

    `service` is empty for a form whose service is not described in the language.
    `note` says what to expect: file type and size, or how to sign in.
    """

    letter: str
    title: str
    url: str
    online: bool
    external: bool
    service: str
    service_url: str
    note: str = ""


class FormList(Protocol):
    name: str

    def letters(self, language: str) -> dict[str, int]:
        """How many services under each letter have a form; letters without any are left out."""
        ...

    def entries(self, language: str, letters: Collection[str]) -> list[FormEntry]:
        """Forms of the services under these letters, in the order of the services' names."""
        ...


class FormReplacement(Protocol):
    name: str

    def address(self, built_in: str, language: str) -> str:
        """Where a better form for this kind of message is filled in; empty without one."""
        ...


class StaffDepartments(Protocol):
    name: str

    def of(self, user: Any) -> set[UUID]:
        """Departments that the user works for today."""
        ...


page_views = PageViews()
page_panels = PagePanels()
sitemap_sections: Registry[SitemapSection] = Registry()
feedback_subjects: Registry[FeedbackResolver] = Registry()
form_lists: Registry[FormList] = Registry()
form_replacements: Registry[FormReplacement] = Registry()
staff_departments: Registry[StaffDepartments] = Registry()
