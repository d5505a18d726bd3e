"""The sitemap (sitemaps.org), written as it is read: no page object, few queries whatever its size."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from xml.sax.saxutils import escape, quoteattr

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.urls import reverse
from wagtail.models import Page, Site

from home.addresses import tree_address
from home.publicity import public
from home.registries import SitemapEntry, SitemapSection, sitemap_sections

# Three languages make at most 15,000 addresses a file; 50,000 are allowed.
ENTRIES_PER_FILE = 5000
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
INDEX_START = XML + '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
FILE_START = (
    XML + '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


class TreePages:
    """Pages whose address is their place in the tree: all but those of other sections."""

    name = "seiten"
    page_models: tuple[type[Page], ...] = ()

    def count(self) -> int:
        return self._keys().count()

    def entries(self, start: int, stop: int) -> Iterator[SitemapEntry]:
        keys = list(self._keys().order_by("translation_key")[start:stop])
        if not keys:
            return
        rows = self._pages().filter(translation_key__gte=keys[0], translation_key__lte=keys[-1])
        rows = rows.order_by("translation_key").values_list(
            "translation_key", "url_path", "last_published_at"
        )
        starts = _tree_starts()
        for _, languages in groupby(rows.iterator(), key=itemgetter(0)):
            if entry := _entry(list(languages), starts):
                yield entry

    def _keys(self) -> QuerySet:
        return self._pages().values_list("translation_key", flat=True).distinct()

    def _pages(self) -> QuerySet[Page]:
        elsewhere = [model for section in sitemap_sections for model in section.page_models]
        types = ContentType.objects.get_for_models(*elsewhere).values()
        return public(Page.objects.filter(depth__gt=1).exclude(content_type__in=types))


class FixedAddresses:
    """Views that are there whether or not an editor has made a page for them; German only."""

    def __init__(self, name: str, views: Sequence[str], page_models: tuple[type[Page], ...] = ()) -> None:
        self.name = name
        self.views = views
        self.page_models = page_models

    def count(self) -> int:
        return len(self.views)

    def entries(self, start: int, stop: int) -> Iterator[SitemapEntry]:
        for view in self.views[start:stop]:
            yield SitemapEntry({settings.LANGUAGE_CODE: reverse(view)})


def index_lines() -> Iterator[str]:
    """The index: one file or more for each section that has anything."""
    yield INDEX_START
    for section in sitemap_sections:
        for number in range(1, -(-section.count() // ENTRIES_PER_FILE) + 1):
            path = reverse("sitemap_file", args=[section.name, number])
            yield f"<sitemap><loc>{_full(path)}</loc></sitemap>\n"
    yield "</sitemapindex>\n"


def file_lines(section: SitemapSection, number: int) -> Iterator[str]:
    """File `number`, from 1, of a section."""
    start = (number - 1) * ENTRIES_PER_FILE
    yield FILE_START
    for entry in section.entries(start, start + ENTRIES_PER_FILE):
        yield _urls(entry)
    yield "</urlset>\n"


def _urls(entry: SitemapEntry) -> str:
    """One `<url>` for each language, each naming all of them (hreflang wants it both ways)."""
    changed = f"<lastmod>{entry.changed_at.date().isoformat()}</lastmod>" if entry.changed_at else ""
    links = "".join(_alternate(language, path) for language, path in entry.paths.items())
    shown = links if len(entry.paths) > 1 else ""
    return "".join(f"<url><loc>{_full(path)}</loc>{changed}{shown}</url>\n" for path in entry.paths.values())


def _alternate(language: str, path: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang={quoteattr(language)} href="{_full(path)}"/>'


def _full(path: str) -> str:
    return escape(settings.BASE_URL + path, {'"': "&quot;"})


def _tree_starts() -> list[tuple[str, str, str]]:
    """Per language: how Wagtail's path of its pages begins, what stands for it in addresses, the code."""
    roots = Site.get_site_root_paths()
    return [(root.root_path, tree_address(root.root_path, roots), root.language_code) for root in roots]


def _entry(
    rows: list[tuple[object, str, datetime | None]], starts: list[tuple[str, str, str]]
) -> SitemapEntry | None:
    paths = {}
    for _, url_path, _ in rows:
        for root_path, start, language in starts:
            if url_path.startswith(root_path):
                paths[language] = start + url_path[len(root_path) :]
                break
    changed = max((moment for _, _, moment in rows if moment), default=None)
    return SitemapEntry(paths, changed) if paths else None
