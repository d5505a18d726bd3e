"""The catalogue's part of the sitemap."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from home.domain.sitemaps import TreePages
from home.registries import SitemapEntry, sitemap_sections
from servicefinder.catalogue.models import PublishedOffice
from tests.factories.catalogue import (
    ContactPersonPageFactory,
    DepartmentPageFactory,
    LifeSituationFactory,
    OfficePageFactory,
    ServicePageFactory,
    translate,
)


def entries(name: str) -> list[SitemapEntry]:
    section = sitemap_sections.get(name)
    found = list(section.entries(0, 1000))
    assert section.count() == len(found)
    return found


def test_each_kind_has_its_flat_addresses_in_every_language(db: Any) -> None:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    service = ServicePageFactory(parent=department, title="Reisepass", slug="reisepass")
    OfficePageFactory(parent=department, title="Rathaus", slug="rathaus")
    LifeSituationFactory(title="Umziehen", slug="umziehen")
    translate(service, "en", title="Passport", slug="passport")

    (passport,) = entries("dienstleistungen")
    assert passport.paths == {"de": "/dienstleistungen/reisepass/", "en": "/en/dienstleistungen/passport/"}
    assert passport.changed_at is not None
    assert [entry.paths["de"] for entry in entries("standorte")] == ["/standorte/rathaus/"]
    assert "/aemter/buergeramt/" in [entry.paths.get("de") for entry in entries("aemter")]
    assert [entry.paths for entry in entries("lebenslagen")] == [{"de": "/lebenslagen/umziehen/"}]


def test_what_is_not_public_is_left_out(db: Any) -> None:
    department = DepartmentPageFactory()
    ServicePageFactory(parent=department, draft=True)
    OfficePageFactory(parent=department, title="Alt")
    PublishedOffice.objects.update(expires_at=timezone.now() - timedelta(minutes=1))

    assert entries("dienstleistungen") == []
    assert entries("standorte") == []


def test_the_tree_does_not_name_them_again(db: Any) -> None:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    ServicePageFactory(parent=department, title="Reisepass", slug="reisepass")
    ContactPersonPageFactory(parent=department, title="Karin Feld", slug="karin-feld")

    paths = [path for entry in TreePages().entries(0, 1000) for path in entry.paths.values()]

    assert "/aemter/" in paths
    assert not [path for path in paths if "reisepass" in path or "karin-feld" in path or "buergeramt" in path]


def test_parts_of_a_section_do_not_overlap(db: Any) -> None:
    department = DepartmentPageFactory()
    services = [ServicePageFactory(parent=department) for _ in range(5)]
    for service in services[:2]:
        translate(service, "en", slug=f"{service.slug}-en")
    section = sitemap_sections.get("dienstleistungen")

    parts = [entry.paths["de"] for start in (0, 2, 4) for entry in section.entries(start, start + 2)]

    assert sorted(parts) == sorted(f"/dienstleistungen/{service.slug}/" for service in services)


@pytest.mark.parametrize("services", [1, 20])
def test_a_file_costs_two_queries_and_a_count(
    client: Client, db: Any, services: int, django_assert_max_num_queries: Any
) -> None:
    department = DepartmentPageFactory()
    for _ in range(services):
        ServicePageFactory(parent=department)

    with django_assert_max_num_queries(3):
        body = b"".join(client.get("/sitemaps/dienstleistungen-1.xml"))

    assert body.count(b"<loc>") == services
