from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from outbox.domain.running import run_due_jobs
from servicefinder.catalogue.domain.finder.building import build_table
from servicefinder.catalogue.domain.finder.counting import ROWS_PER_PAGE
from servicefinder.catalogue.enums import LiveStatus
from servicefinder.catalogue.models import FinderTable, ServicePage
from tests.factories.catalogue import (
    DepartmentPageFactory,
    LifeSituationFactory,
    ServicePageFactory,
    publish,
)

pytestmark = pytest.mark.django_db
QUERY_LIMIT = 8


def words(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


def finder(client: Client, query: str = "") -> BeautifulSoup:
    response = client.get("/dienstleistungen/" + (f"?{query}" if query else ""))
    assert response.status_code == 200, response.headers.get("Location")
    return BeautifulSoup(response.content, "html.parser")


def titles(page: BeautifulSoup) -> list[str]:
    return [words(link) for link in page.select(".result__title a")]


def option_counts(page: BeautifulSoup, name: str) -> dict[str, int]:
    labels = [field.parent for field in page.select(f'input[name="{name}"]')]
    return {
        label.input["value"]: int(label.select_one(".filter-group__count").get_text()) for label in labels
    }


@pytest.fixture
def city(db: Any) -> None:
    police = DepartmentPageFactory(title="Ordnungsamt", slug="ordnungsamt")
    office = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    travel = LifeSituationFactory(title="Reisen", slug="reisen")
    ServicePageFactory(
        title="Ausweis beantragen", slug="ausweis", parent=office, whole=True, in_situations=[travel]
    )
    ServicePageFactory(title="Äpfel sammeln", slug="aepfel", parent=police, free=True)
    ServicePageFactory(title="Pass beantragen", slug="pass", parent=office, in_situations=[travel])
    ServicePageFactory(
        title="Gewerbe anmelden", slug="gewerbe", parent=police, for_citizens=False, for_businesses=True
    )
    build_table("de")


def test_everything_stands_there_from_a_to_z(client: Client, city: None) -> None:
    page = finder(client)

    assert titles(page) == ["Äpfel sammeln", "Ausweis beantragen", "Gewerbe anmelden", "Pass beantragen"]
    assert words(page.find(id="treffer")) == "4 Dienstleistungen"


def test_a_row_says_what_helps_to_choose(client: Client, city: None) -> None:
    first, second, *_ = finder(client).select(".result")

    assert words(first) == "Äpfel sammeln Ein Satz dazu. Kostenlos Ordnungsamt"
    assert words(second) == "Ausweis beantragen Ein Satz dazu. Online möglich Bürgeramt"
    assert second.a["href"] == "/dienstleistungen/ausweis/"


def test_the_live_status_stands_in_the_row(client: Client, city: None) -> None:
    ServicePageFactory(
        title="Bauakte einsehen",
        slug="bauakte",
        live_status=LiveStatus.CLOSED,
        live_status_reason="Umzug des Archivs",
    )
    build_table("de")

    (row,) = [row for row in finder(client).select(".result") if "Bauakte" in words(row)]

    assert "Zurzeit nicht möglich" in words(row)


def test_letters_lead_to_what_there_is(client: Client, city: None) -> None:
    letters = finder(client).select(".letters > *")

    links = {words(letter): letter["href"] for letter in letters if letter.name == "a"}
    assert links == {
        "A": "/dienstleistungen/?buchstabe=A",
        "G": "/dienstleistungen/?buchstabe=G",
        "P": "/dienstleistungen/?buchstabe=P",
    }
    assert titles(finder(client, "buchstabe=A")) == ["Äpfel sammeln", "Ausweis beantragen"]


def test_filters_combine_and_show_counts_given_the_others(client: Client, city: None) -> None:
    page = finder(client, "amt=buergeramt")

    assert titles(page) == ["Ausweis beantragen", "Pass beantragen"]
    assert option_counts(page, "amt") == {"buergeramt": 2, "ordnungsamt": 2}
    assert option_counts(page, "online") == {"ja": 1}
    assert option_counts(page, "kostenlos") == {"ja": 0}
    assert option_counts(page, "lebenslage") == {"reisen": 2}
    assert option_counts(page, "zielgruppe") == {"buerger": 2, "unternehmen": 0}
    assert titles(finder(client, "lebenslage=reisen&amt=buergeramt&online=ja")) == ["Ausweis beantragen"]


def test_the_form_sends_what_the_address_says(client: Client, city: None) -> None:
    page = finder(client, "buchstabe=A&amt=buergeramt")

    form = page.select_one("form.filters")
    sent = [(field["name"], field["value"]) for field in form.select("input[type=hidden], input[checked]")]
    assert (form["method"], form["action"]) == ("get", "/dienstleistungen/")
    assert sent == [("buchstabe", "A"), ("amt", "buergeramt")]
    assert form.select_one("button[type=submit]") is not None


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("amt=buergeramt&buchstabe=A", "buchstabe=A&amt=buergeramt"),
        ("amt=ordnungsamt&amt=buergeramt", "amt=buergeramt&amt=ordnungsamt"),
        ("buchstabe=&online=", ""),
        ("amt=gibtesnicht&utm_source=brief", ""),
        ("seite=1", ""),
        ("seite=77", ""),
        ("online=ja&online=ja", "online=ja"),
    ],
)
def test_one_list_has_one_address(client: Client, city: None, asked: str, canonical: str) -> None:
    response = client.get(f"/dienstleistungen/?{asked}")

    assert response.status_code == 302
    assert response["Location"] == "/dienstleistungen/" + (f"?{canonical}" if canonical else "")
    assert client.get(response["Location"]).status_code == 200


def test_chosen_filters_can_be_dropped_one_by_one(client: Client, city: None) -> None:
    page = finder(client, "buchstabe=A&amt=buergeramt")

    links = {words(link): link["href"] for link in page.select(".chosen a")}
    assert links == {
        "Buchstabe A weglassen": "/dienstleistungen/?amt=buergeramt",
        "Bürgeramt weglassen": "/dienstleistungen/?buchstabe=A",
        "Alle Filter weglassen": "/dienstleistungen/",
    }


def test_an_empty_list_leads_on_with_counts(client: Client, city: None) -> None:
    page = finder(client, "amt=buergeramt&zielgruppe=unternehmen&kostenlos=ja")

    assert titles(page) == []
    ways = {words(link): link["href"] for link in page.select(".empty-state a")}
    assert ways == {}
    links = [link["href"] for link in page.select("main section a")]
    assert "/dienstleistungen/" in links
    assert "/suche/" in links


def test_dropping_one_filter_is_proposed_where_it_helps(client: Client, city: None) -> None:
    page = finder(client, "buchstabe=P&kostenlos=ja")

    ways = {words(link): link["href"] for link in page.select(".empty-state a")}
    assert ways == {
        "Ohne „nur kostenlose“: 1 Dienstleistung": "/dienstleistungen/?buchstabe=P",
        "Ohne „Buchstabe P“: 1 Dienstleistung": "/dienstleistungen/?kostenlos=ja",
    }
    for address in ways.values():
        assert titles(finder(client, urlsplit(address).query)) != []


def test_a_long_list_has_pages_that_keep_the_filters(client: Client) -> None:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    for number in range(ROWS_PER_PAGE + 2):
        ServicePageFactory(title=f"Dienst {number:02}", slug=f"dienst-{number:02}", parent=department)
    build_table("de")

    first, second = finder(client, "amt=buergeramt"), finder(client, "amt=buergeramt&seite=2")

    assert len(titles(first)) == ROWS_PER_PAGE
    assert titles(second) == ["Dienst 25", "Dienst 26"]
    following = first.select_one('.pagination a[rel="next"]')["href"]
    assert parse_qsl(urlsplit(following).query) == [("amt", "buergeramt"), ("seite", "2")]
    assert second.select_one('link[rel="canonical"]')["href"].endswith("?amt=buergeramt&seite=2")


def test_what_was_withdrawn_a_moment_ago_is_not_shown(client: Client, city: None) -> None:
    stale = FinderTable.objects.get(language="de").version
    ServicePage.objects.get(slug="pass").unpublish()

    page = finder(client)

    assert FinderTable.objects.get(language="de").version == stale
    assert "Pass beantragen" not in titles(page)
    assert words(page.find(id="treffer")) == "3 Dienstleistungen"


def test_a_list_whose_last_row_has_just_gone_still_leads_on(client: Client, city: None) -> None:
    ServicePage.objects.get(slug="pass").unpublish()

    page = finder(client, "buchstabe=P")

    assert titles(page) == []
    assert words(page.find(id="treffer")) == "0 Dienstleistungen"
    assert "/dienstleistungen/" in [link["href"] for link in page.select("main section a")]


def test_a_new_service_is_there_once_the_worker_has_counted(client: Client, city: None) -> None:
    publish(ServicePageFactory(title="Zaun bauen", slug="zaun"))

    run_due_jobs()

    assert titles(finder(client))[-1] == "Zaun bauen"


def test_an_empty_catalogue_says_so_and_leads_to_the_search(client: Client) -> None:
    page = finder(client)

    assert "Hier ist noch keine Dienstleistung beschrieben" in words(page.main)
    assert "/suche/" in [link["href"] for link in page.select("main section a")]


def test_the_list_takes_few_queries_whatever_its_length(client: Client, city: None) -> None:
    finder(client)
    with CaptureQueriesContext(connection) as few:
        finder(client)
    for number in range(40):
        ServicePageFactory(title=f"Dienst {number}", slug=f"dienst-{number}")
    build_table("de")
    finder(client)
    with CaptureQueriesContext(connection) as many:
        finder(client)

    assert len(few) == len(many) <= QUERY_LIMIT


def test_the_finder_sets_no_cookie_and_cannot_be_written_to(client: Client, city: None) -> None:
    assert client.get("/dienstleistungen/").cookies == {}
    assert client.post("/dienstleistungen/").status_code == 405


def test_a_language_without_services_says_so_and_leads_to_the_german_list(client: Client, city: None) -> None:
    page = BeautifulSoup(client.get("/en/dienstleistungen/").content, "html.parser")

    assert words(page.h1) == "Services"
    assert words(page.main.h2) == "No service is described in English yet"
    assert page.main.select_one("a[hreflang=de]")["href"] == "/dienstleistungen/"
    assert page.main.select("form, .letters") == []
