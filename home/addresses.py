"""Public addresses of places in the page tree, without loading the pages."""

from collections.abc import Sequence
from functools import cache

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site
from wagtail.models.sites import SiteRootPath


def tree_address(url_path: str, roots: Sequence[SiteRootPath] | None = None) -> str:
    """Address of the page at `url_path` (Wagtail's own path, with the root's name); empty outside the site.

    Pages with a flat address answer here with a redirect to it. Whoever asks for many addresses asks
    the cache for `roots` (`Site.get_site_root_paths()`) once.
    """
    for root in Site.get_site_root_paths() if roots is None else roots:
        if url_path.startswith(root.root_path):
            return home_address(root.language_code) + url_path[len(root.root_path) :]
    return ""


@cache
def home_address(language: str) -> str:
    """Address of the front page in `language`."""
    with translation.override(language):
        return str(reverse("wagtail_serve", args=[""]))


def german_address(route: str) -> str:
    """Where a view of ours is in German, which has all of it; empty on a German page."""
    if translation.get_language() == settings.LANGUAGE_CODE:
        return ""
    with translation.override(settings.LANGUAGE_CODE):
        return str(reverse(route))


def full_address(address: str) -> str:
    """With host, as mails, feeds and search engines need it; empty stays empty."""
    return settings.BASE_URL + address if address.startswith("/") else address
