"""Nothing but what is live and public reaches the public: not by page, list, count or API."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from servicefinder.catalogue.domain.finder.building import build_table
from servicefinder.catalogue.models import ServicePage
from tests.catalogue.conftest import at
from tests.factories.catalogue import (
    ContactPersonPageFactory,
    DepartmentPageFactory,
    LifeSituationFactory,
    OfficePageFactory,
    ServicePageFactory,
    save_draft,
    translate,
)

pytestmark = pytest.mark.django_db
SECRET = "Verschlusssache"


def restrict(page: Any) -> None:
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    restriction.groups.add(Group.objects.create(name=f"Eingeweihte {page.pk}"))


@pytest.fixture
def secrets(client: Client) -> None:
    """Everything whose title holds the secret word must not be seen; one service may."""
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    situation = LifeSituationFactory(title="Reisen", slug="reisen")
    hidden_department = DepartmentPageFactory(title=f"{SECRET}n-Amt", slug="geheim-amt")
    restrict(hidden_department)
    office = OfficePageFactory(title="Rathaus", slug="rathaus", parent=department, open=True)
    draft_office = OfficePageFactory(title=f"{SECRET} Bunker", slug="bunker", parent=department, draft=True)
    person = ContactPersonPageFactory(title=f"{SECRET} Person", parent=department, draft=True)
    shared = {"in_situations": [situation], "at_offices": [office, draft_office], "demand": 5}
    here = {**shared, "parent": department}
    draft = ServicePageFactory(
        title=f"{SECRET} Entwurf", slug="entwurf", parent=department, draft=True, **shared
    )
    private = ServicePageFactory(title=f"{SECRET} Privat", slug="privat", **here)
    restrict(private)
    ServicePageFactory(title=f"{SECRET} Unterm Amt", slug="unterm-amt", parent=hidden_department, **shared)
    future = ServicePageFactory(
        title=f"{SECRET} Zukunft", slug="zukunft", parent=department, draft=True, **shared
    )
    future.go_live_at = timezone.now() + timedelta(days=1)
    future.save_revision(approved_go_live_at=future.go_live_at)
    expired = ServicePageFactory(title=f"{SECRET} Abgelaufen", slug="abgelaufen", **here)
    ServicePage.objects.get(pk=expired.pk).unpublish()
    seen = ServicePageFactory(
        title="Reisepass",
        slug="reisepass",
        with_contacts=[person],
        related_to=[draft, private],
        **here,
    )
    save_draft(seen, title=f"{SECRET} neuer Titel")
    translate(seen, "en", live=False, title=f"{SECRET} Translation", slug="translation")
    build_table("de")


def addresses(client: Client) -> Iterator[str]:
    yield from ("/dienstleistungen/", "/dienstleistungen/?amt=buergeramt", "/dienstleistungen/?buchstabe=R")
    yield from ("/en/dienstleistungen/", "/dienstleistungen/reisepass/", "/aemter/", "/aemter/buergeramt/")
    yield from ("/standorte/", "/standorte/rathaus/", "/lebenslagen/", "/lebenslagen/reisen/", "/")
    yield from (f"/api/v1/{name}" for name in ("services", "offices", "departments", "life-situations"))
    yield "/api/v1/services?language=en"
    for service in client.get("/api/v1/services").json()["results"]:
        yield service["href"]


def test_no_public_answer_holds_a_word_of_what_is_not_public(client: Client, secrets: None) -> None:
    for address in addresses(client):
        response = client.get(address)

        assert response.status_code == 200, address
        assert SECRET not in response.content.decode(), address


@pytest.mark.parametrize(
    "address",
    [
        *(f"/dienstleistungen/{slug}/" for slug in ("entwurf", "zukunft", "abgelaufen")),
        *("/standorte/bunker/", "/en/dienstleistungen/translation/"),
    ],
)
def test_what_is_not_live_is_not_there(client: Client, secrets: None, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 404
    assert SECRET not in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/dienstleistungen/privat/", "/dienstleistungen/unterm-amt/", "/aemter/geheim-amt/"]
)
def test_what_is_private_asks_who_is_there(client: Client, secrets: None, address: str) -> None:
    response = client.get(address, follow=True)

    assert response.redirect_chain or response.status_code == 403
    assert SECRET not in response.content.decode()


def test_counts_are_those_of_what_is_public(client: Client, secrets: None) -> None:
    finder = client.get("/dienstleistungen/").content.decode()

    assert client.get("/api/v1/services").json()["total"] == 1
    assert "1 Dienstleistung" in " ".join(finder.split())
    assert '<span class="filter-group__count">1</span>' in finder
    assert '<span class="filter-group__count">2</span>' not in finder


def test_the_api_knows_no_key_of_what_is_not_public(client: Client, secrets: None) -> None:
    for page in ServicePage.objects.exclude(slug="reisepass").filter(locale__language_code="de"):
        response = client.get(f"/api/v1/services/{page.service_id}")

        assert response.status_code == 404
        assert SECRET not in json.dumps(response.json())


def test_at_its_moment_an_expired_service_is_gone_everywhere(client: Client) -> None:
    soon = timezone.now() + timedelta(hours=1)
    department = DepartmentPageFactory(title="Wahlamt", slug="wahlamt")
    page = ServicePageFactory(title="Briefwahl", slug="briefwahl", parent=department, expire_at=soon)
    build_table("de")
    asked = [
        "/dienstleistungen/",
        "/aemter/wahlamt/",
        "/api/v1/services",
    ]

    before = [client.get(address).content.decode() for address in asked]
    with at(soon):
        after = [client.get(address).content.decode() for address in asked]
        twin = client.get(f"/api/v1/services/{page.service_id}")

    assert all("Briefwahl" in content for content in before)
    assert not any("Briefwahl" in content for content in after)
    assert twin.status_code == 404
