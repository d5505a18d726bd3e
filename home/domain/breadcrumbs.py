"""The way from the front page to a page."""

from dataclasses import dataclass

from django.utils.translation import gettext
from wagtail.models import Page

from home.addresses import home_address, tree_address
from home.publicity import public

DEPTH_OF_HOME = 2


@dataclass(frozen=True)
class Crumb:
    title: str
    url: str


def breadcrumb(page: Page) -> list[Crumb]:
    """The way to `page`, itself included as the last step. A query only below the second level."""
    step = Page.steplen
    between = [page.path[:end] for end in range((DEPTH_OF_HOME + 1) * step, len(page.path), step)]
    crumbs = [Crumb(gettext("Startseite"), home_address(page.language))]
    if between:
        rows = public(Page.objects.filter(path__in=between)).order_by("path").values_list("title", "url_path")
        crumbs += [Crumb(title, tree_address(url_path)) for title, url_path in rows]
    return [*crumbs, Crumb(page.title, "")] if page.depth > DEPTH_OF_HOME else []
