"""Pages of departments, offices and life situations, and what the front page shows of them."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from outbox.domain.running import run_due_jobs
from servicefinder.catalogue.domain import department_lists
from servicefinder.catalogue.models import OpeningException, OpeningHours, TownHall
from tests.catalogue.conftest import at
from tests.factories.catalogue import (
    ContactPersonPageFactory,
    DepartmentPageFactory,
    LifeSituationFactory,
    OfficePageFactory,
    ServicePageFactory,
    home_page,
    publish,
)

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=BERLIN)


def words(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


def page_at(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def rows(page: BeautifulSoup) -> list[str]:
    return [words(link) for link in page.select("main .result__title a")]


def test_a_department_shows_its_services_people_and_offices(client: Client) -> None:
    department = DepartmentPageFactory(
        title="Bürgeramt", slug="buergeramt", description="<p>Ausweise und mehr.</p>", phone="06499 900-1200"
    )
    DepartmentPageFactory(title="Standesamt", slug="standesamt", parent=department)
    ServicePageFactory(title="Reisepass", parent=department, free=True)
    ServicePageFactory(title="Ausweis", parent=department, restricted=True)
    ServicePageFactory(title="Hundesteuer")
    ContactPersonPageFactory(title="Karin Feld", parent=department)
    OfficePageFactory(title="Rathaus", slug="rathaus", parent=department, open=True)
    run_due_jobs()

    with at(MONDAY_NOON):
        page = page_at(client, "/aemter/buergeramt/")

    assert words(page.h1) == "Bürgeramt"
    assert "Ausweise und mehr." in words(page.main)
    assert rows(page) == ["Ausweis", "Reisepass"]
    assert "Zurzeit nur eingeschränkt möglich" in words(page.select_one(".result"))
    assert page.select_one('a[href="/aemter/standesamt/"]') is not None
    assert "Karin Feld" in words(page.main)
    assert words(page.aside.select_one(".office-card h2")) == "Rathaus"
    assert page.aside.select_one('a[href="tel:+4964999001200"]') is not None


def test_a_long_list_of_services_goes_on_in_the_finder(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(department_lists, "LONGEST_LIST", 2)
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    for name in ("Ausweis", "Pass", "Wohnsitz"):
        ServicePageFactory(title=name, parent=department)

    page = page_at(client, "/aemter/buergeramt/")

    assert rows(page) == ["Ausweis", "Pass"]
    more = page.select_one('a[href="/dienstleistungen/?amt=buergeramt"]')
    assert words(more) == "Alle 3 Dienstleistungen von A bis Z"


def test_the_breadcrumb_of_a_department_leads_over_those_above_it(client: Client) -> None:
    above = DepartmentPageFactory(title="Ordnungsamt", slug="ordnungsamt")
    DepartmentPageFactory(title="Straßenverkehrsamt", slug="strassenverkehrsamt", parent=above)

    page = page_at(client, "/aemter/strassenverkehrsamt/")

    assert [(words(link), link["href"]) for link in page.select(".breadcrumb a")] == [
        ("Startseite", "/"),
        ("Ämter", "/aemter/"),
        ("Ordnungsamt", "/aemter/ordnungsamt/"),
    ]


def test_the_tree_address_of_a_department_leads_to_the_flat_one(client: Client) -> None:
    above = DepartmentPageFactory(title="Ordnungsamt", slug="ordnungsamt")
    DepartmentPageFactory(title="Straßenverkehrsamt", slug="strassenverkehrsamt", parent=above)

    response = client.get("/aemter/ordnungsamt/strassenverkehrsamt/")

    assert (response.status_code, response["Location"]) == (301, "/aemter/strassenverkehrsamt/")


def test_an_address_before_a_renaming_redirects(client: Client) -> None:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    publish(department, slug="buergerservice")

    response = client.get("/aemter/buergeramt/")

    assert (response.status_code, response["Location"]) == (301, "/aemter/buergerservice/")


def test_all_departments_from_a_to_z_with_those_below(client: Client) -> None:
    above = DepartmentPageFactory(title="Ordnungsamt", slug="ordnungsamt", teaser="Sicherheit und Verkehr.")
    DepartmentPageFactory(title="Straßenverkehrsamt", slug="strassenverkehrsamt", parent=above)
    DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")

    page = page_at(client, "/aemter/")

    assert rows(page) == ["Bürgeramt", "Ordnungsamt"]
    assert words(page.select(".result")[1]) == (
        "Ordnungsamt Sicherheit und Verkehr. Dazu gehört: Straßenverkehrsamt"
    )


def test_an_office_shows_hours_access_and_what_is_done_there(client: Client) -> None:
    hours = [
        OpeningHours(weekday=0, opens=time(7, 30), closes=time(12)),
        OpeningHours(weekday=0, opens=time(14), closes=time(18)),
        OpeningHours(weekday=1, opens=time(8), closes=time(12)),
        OpeningHours(weekday=2, opens=time(8), closes=time(12), by_appointment_only=True),
    ]
    exceptions = [
        OpeningException(starts_on=date(2026, 12, 24), ends_on=date(2026, 12, 31), reason="Betriebsferien")
    ]
    office = OfficePageFactory(
        title="Rathaus",
        slug="rathaus",
        step_free="yes",
        accessibility="<p>Aufzug im Hof.</p>",
        opening_hours=hours,
        exceptions=exceptions,
    )
    ServicePageFactory(title="Pass", at_offices=[office])
    ServicePageFactory(title="Hundesteuer")

    with at(MONDAY_NOON):
        page = page_at(client, "/standorte/rathaus/")

    assert words(page.select_one(".open-state")) == "Geschlossen, öffnet heute 14 Uhr"
    assert [words(row) for row in page.select(".hours tr")] == [
        "Montag 7:30–12 Uhr, 14–18 Uhr",
        "Dienstag 8–12 Uhr",
        "Mittwoch 8–12 Uhr (nur mit Termin)",
        "Donnerstag bis Sonntag geschlossen",
    ]
    assert words(page.select_one(".hours .is-today th")) == "Montag"
    assert words(page.select_one(".exceptions")) == (
        "24. bis 31. Dezember 2026 : geschlossen. Betriebsferien"
    )
    assert "Stufenlos zugänglich" in words(page.main)
    assert "Aufzug im Hof." in words(page.main)
    assert rows(page) == ["Pass"]


def test_all_offices_with_what_is_open_now(client: Client) -> None:
    OfficePageFactory(title="Rathaus", slug="rathaus", open=True)
    OfficePageFactory(title="Bauhof", slug="bauhof")

    with at(datetime(2026, 11, 23, 10, tzinfo=BERLIN)):
        cards = page_at(client, "/standorte/").select(".office-card")

    assert [words(card.h2) for card in cards] == ["Bauhof", "Rathaus"]
    assert cards[0].select_one(".open-state") is None
    assert words(cards[1].select_one(".open-state--open")) == "Heute bis 12 Uhr geöffnet"


def test_a_life_situation_gathers_its_services_the_most_wanted_first(client: Client) -> None:
    moving = LifeSituationFactory(title="Umziehen", slug="umziehen", body="<p>Melden Sie sich an.</p>")
    ServicePageFactory(title="Auto ummelden", in_situations=[moving], demand=2)
    ServicePageFactory(title="Wohnsitz anmelden", in_situations=[moving], demand=5)
    ServicePageFactory(title="Hundesteuer", demand=5)

    page = page_at(client, "/lebenslagen/umziehen/")

    assert rows(page) == ["Wohnsitz anmelden", "Auto ummelden"]
    assert "Melden Sie sich an." in words(page.main)
    assert page.select_one('a[href="/dienstleistungen/?lebenslage=umziehen"]') is not None


def test_a_long_life_situation_says_what_comes_first(client: Client) -> None:
    moving = LifeSituationFactory(title="Umziehen", slug="umziehen")
    for number in range(9):
        ServicePageFactory(title=f"Dienst {number}", in_situations=[moving], demand=number // 4)

    page = page_at(client, "/lebenslagen/umziehen/")

    assert [words(title) for title in page.main.select("h2")] == ["Zuerst", "Je nachdem, was zutrifft"]
    assert rows(page)[:5] == ["Dienst 8", "Dienst 4", "Dienst 5", "Dienst 6", "Dienst 7"]
    assert len(rows(page)) == 9


def test_an_older_address_of_a_life_situation_redirects(client: Client) -> None:
    moving = LifeSituationFactory(title="Umziehen", slug="umzug")
    moving.slug = "umziehen"
    moving.save()

    response = client.get("/lebenslagen/umzug/")

    assert (response.status_code, response["Location"]) == (301, "/lebenslagen/umziehen/")
    assert client.get("/lebenslagen/nie-gehoert/").status_code == 404


def test_only_life_situations_that_lead_somewhere_are_offered(client: Client) -> None:
    moving = LifeSituationFactory(title="Umziehen", slug="umziehen", order=2)
    travel = LifeSituationFactory(title="Reisen", slug="reisen", order=1, picture="keine-datei")
    LifeSituationFactory(title="Leer", slug="leer")
    ServicePageFactory(in_situations=[moving, travel])

    page = page_at(client, "/lebenslagen/")

    assert [words(link) for link in page.select(".situations a")] == ["Reisen", "Umziehen"]


def test_the_front_page_shows_the_most_wanted_life_situations_and_the_town_hall(client: Client) -> None:
    home_page()
    moving = LifeSituationFactory(title="Umziehen", slug="umziehen")
    for number in range(11):
        ServicePageFactory(title=f"Dienst {number:02}", demand=5 if number > 5 else 1, in_situations=[moving])
    hall = OfficePageFactory(title="Rathaus", slug="rathaus", open=True)
    OfficePageFactory(title="Bauhof", slug="bauhof", open=True)
    TownHall.objects.create(office=hall.office)

    with at(datetime(2026, 11, 23, 10, tzinfo=BERLIN)):
        page = page_at(client, "/")

    wanted = page.select_one('[aria-labelledby="meistgesucht"]')
    assert [words(link) for link in wanted.select("li a")] == [
        *(f"Dienst {number:02}" for number in range(6, 11)),
        *(f"Dienst {number:02}" for number in range(5)),
    ]
    assert page.select_one('.situations a[href="/lebenslagen/umziehen/"]') is not None
    assert words(page.select_one(".office-card .open-state")) == "Heute bis 12 Uhr geöffnet"
    assert "Bauhof" not in words(page.body)


def test_an_empty_city_has_a_front_page_without_panels(client: Client) -> None:
    home_page()

    page = page_at(client, "/")

    assert page.select(".situations, .office-card, [aria-labelledby=meistgesucht]") == []


@pytest.mark.parametrize(
    "address", ["/aemter/buergeramt/", "/aemter/", "/standorte/rathaus/", "/standorte/", "/lebenslagen/r/"]
)
def test_lists_take_the_same_queries_for_one_and_many(client: Client, address: str) -> None:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    office = OfficePageFactory(title="Rathaus", slug="rathaus", parent=department, open=True)
    travel = LifeSituationFactory(title="R", slug="r")
    ServicePageFactory(parent=department, at_offices=[office], in_situations=[travel])
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for _ in range(4):
        ServicePageFactory(parent=department, at_offices=[office], in_situations=[travel])
        OfficePageFactory(parent=department, open=True)
        DepartmentPageFactory(parent=department)
        ContactPersonPageFactory(parent=department)
    client.get(address)
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(one) == len(many)
