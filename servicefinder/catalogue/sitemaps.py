"""The catalogue's part of the sitemap: flat addresses from the read models, without loading a page."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import DateTimeField, F, QuerySet, Value
from wagtail.models import Page

from home.domain.sitemaps import FixedAddresses
from home.registries import SitemapEntry, sitemap_sections

from .domain.public_rows import not_expired
from .enums import AddressKind
from .models import (
    ContactPersonPage,
    DepartmentPage,
    LifeSituation,
    OfficePage,
    PublishedDepartment,
    PublishedOffice,
    PublishedService,
    ServicePage,
    flat_path,
)


class FlatAddresses:
    """Things of one kind; a thing is one entry with the languages it is public in."""

    def __init__(
        self, name: str, kind: AddressKind, rows: QuerySet[Any], page_models: tuple[type[Page], ...] = ()
    ) -> None:
        """`rows` has the columns `thing`, `code` (language), `slug` and `changed`."""
        self.name = name
        self.kind = kind
        self.rows = rows
        self.page_models = page_models

    def count(self) -> int:
        return self._things().count()

    def entries(self, start: int, stop: int) -> Iterator[SitemapEntry]:
        things = list(self._things().order_by("thing")[start:stop])
        if not things:
            return
        rows = self._public().filter(thing__gte=things[0], thing__lte=things[-1]).order_by("thing")
        values = rows.values_list("thing", "code", "slug", "changed")
        for _, languages in groupby(values.iterator(), key=itemgetter(0)):
            found = list(languages)
            paths = {code: flat_path(self.kind, code, slug) for _, code, slug, _ in found}
            yield SitemapEntry(paths, max((changed for *_, changed in found if changed), default=None))

    def _things(self) -> QuerySet[Any]:
        return self._public().values_list("thing", flat=True).distinct()

    def _public(self) -> QuerySet[Any]:
        is_read_model = self.kind != AddressKind.LIFE_SITUATION
        return self.rows.filter(not_expired()) if is_read_model else self.rows.all()


def register() -> None:
    """Contact persons have no page of their own: the tree's part must not name them."""
    for section in (
        _published("dienstleistungen", AddressKind.SERVICE, PublishedService, ServicePage),
        _published("standorte", AddressKind.OFFICE, PublishedOffice, OfficePage),
        _published("aemter", AddressKind.DEPARTMENT, PublishedDepartment, DepartmentPage, ContactPersonPage),
        _life_situations(),
        FixedAddresses("verzeichnisse", ("finder", "offices", "life_situations")),
    ):
        sitemap_sections.register(section)


def _published(name: str, kind: AddressKind, model: Any, *pages: type[Page]) -> FlatAddresses:
    rows = model.objects.order_by().annotate(
        thing=F(f"{kind}_id"), code=F("language"), changed=F("published_at")
    )
    return FlatAddresses(name, kind, rows, pages)


def _life_situations() -> FlatAddresses:
    rows = LifeSituation.objects.order_by().annotate(
        thing=F("translation_key"), code=F("locale__language_code"), changed=Value(None, DateTimeField())
    )
    return FlatAddresses("lebenslagen", AddressKind.LIFE_SITUATION, rows)
