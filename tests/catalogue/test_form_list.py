"""`/formulare/`: what services link to."""

from typing import Any

import pytest
from django.test import Client

from home.views import online_forms
from servicefinder.catalogue.enums import OnlineServiceKind, OnlineStatus
from servicefinder.catalogue.models import (
    DepartmentPage,
    PublishedService,
    ServiceDocument,
    ServiceOnlineService,
)
from servicefinder.forms.models import FormPage
from tests.factories.catalogue import DepartmentPageFactory, ServicePageFactory, home_page
from tests.factories.forms import form_version
from tests.factories.home import document

ADDRESS = "/formulare/"


@pytest.fixture
def department(db: Any) -> DepartmentPage:
    return DepartmentPageFactory(title="Bürgeramt")


def online(label: str, **fields: Any) -> ServiceOnlineService:
    values = {
        "kind": OnlineServiceKind.EXTERNAL,
        "url": "https://portal.example/antrag",
        "status": OnlineStatus.ONLINE,
        **fields,
    }
    return ServiceOnlineService(label=label, **values)


def main_of(client: Client, address: str = ADDRESS) -> str:
    return client.get(address).content.decode().split("<main")[1].split("</main>")[0]


def test_online_services_and_forms_stand_under_their_service(
    client: Client, department: DepartmentPage
) -> None:
    file = document("Vollmacht")
    ServicePageFactory(
        parent=department,
        title="Ändern der Anschrift",
        slug="anschrift",
        online_services=[online("Jetzt ummelden")],
        documents=[
            ServiceDocument(name="Bestätigung der Wohnung", template_document=file),
            ServiceDocument(name="Antrag des Landes", template_url="https://land.example/antrag.pdf"),
            ServiceDocument(name="Personalausweis"),
        ],
    )

    main = main_of(client)

    assert '<h2 id="buchstabe-A">A</h2>' in main
    assert 'href="https://portal.example/antrag" rel="external">Jetzt ummelden</a>' in main
    assert f'href="{file.url}">Bestätigung der Wohnung</a>' in main
    assert 'href="https://land.example/antrag.pdf"' in main
    assert main.count('href="/dienstleistungen/anschrift/">Ändern der Anschrift</a>') == 1
    assert "Personalausweis" not in main


@pytest.mark.parametrize(
    "service",
    [
        online("Angekündigt", status=OnlineStatus.ANNOUNCED),
        online("Auf Papier", kind=OnlineServiceKind.PAPER, status=OnlineStatus.PAPER, url=""),
        online("Ohne Adresse", url=""),
    ],
)
def test_what_cannot_be_used_yet_is_not_listed(
    client: Client, department: DepartmentPage, service: ServiceOnlineService
) -> None:
    ServicePageFactory(parent=department, title="Wohngeld", online_services=[service])

    assert not PublishedService.objects.get().has_forms
    main = main_of(client)
    assert service.label not in main
    assert "Noch gibt es hier keine Formulare" in main


def test_drafts_are_not_listed(client: Client, department: DepartmentPage) -> None:
    ServicePageFactory(parent=department, title="Entwurf", draft=True, online_services=[online("Geheim")])

    assert "Geheim" not in main_of(client)


def test_few_fit_on_one_page_many_are_shown_letter_by_letter(
    client: Client, department: DepartmentPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for title in ("Ausweis", "Bauantrag", "Bewohnerparken"):
        ServicePageFactory(parent=department, title=title, online_services=[online(f"{title} online")])
    everything = main_of(client)
    assert all(f"{title} online" in everything for title in ("Ausweis", "Bauantrag", "Bewohnerparken"))

    only_b = main_of(client, f"{ADDRESS}?buchstabe=b")
    assert "Bauantrag online" in only_b
    assert "Ausweis online" not in only_b
    assert '<span aria-current="true">B</span>' in only_b
    assert f'href="{ADDRESS}">Alle' in only_b

    monkeypatch.setattr(online_forms, "SERVICES_ON_ONE_PAGE", 2)
    first = main_of(client)
    assert "Ausweis online" in first
    assert "Bauantrag online" not in first
    assert 'href="?buchstabe=B"' in first


def test_forms_that_speak_english_are_listed_before_their_services_do(
    client: Client, department: DepartmentPage
) -> None:
    home_page("en")
    page = form_version().form.pages.get()
    FormPage.objects.filter(pk=page.pk).update(english_texts={page.title: "Register a dog"})

    english, german = main_of(client, f"/en{ADDRESS}"), main_of(client)

    assert '<h2 id="buchstabe-R">R</h2>' in english and "<h3" not in english
    assert '<a href="/en/formular/hund-anmelden/">Register a dog</a>' in english
    assert f'<a href="{ADDRESS}" hreflang="de">All forms in German</a>' in english
    assert "hund-anmelden" not in german and "hreflang" not in german


def test_where_nothing_speaks_english_the_german_lists_are_named(
    client: Client, department: DepartmentPage
) -> None:
    home_page("en")

    for address in (ADDRESS, "/standorte/", "/lebenslagen/"):
        assert f'<a href="{address}" hreflang="de">' in main_of(client, f"/en{address}")
        assert "hreflang" not in main_of(client, address)


def test_unknown_letters_lead_on(client: Client, department: DepartmentPage) -> None:
    ServicePageFactory(parent=department, title="Ausweis", online_services=[online("Ausweis online")])

    for letter in ("Z", "ß", "<script>", "\x00", "AB"):
        answer = client.get(ADDRESS, {"buchstabe": letter})
        assert answer.status_code == 200
        assert "Ausweis online" in answer.content.decode()


@pytest.mark.parametrize("services", [1, 25])
def test_list_costs_the_same_with_one_service_and_with_many(
    client: Client, department: DepartmentPage, services: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(services):
        ServicePageFactory(parent=department, title=f"Dienst {number}", online_services=[online("Los")])
    client.get(ADDRESS)

    with django_assert_max_num_queries(7):
        client.get(ADDRESS)
