"""Direct answers of the catalogue: what triggers a card, and what must not."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.analysis import fold, words
from search.answers import AnswerLine, AskedQuestion, DirectAnswer
from search.domain.results import Hit
from search.registries import direct_answers
from servicefinder.catalogue.models import OfficePage, PublishedService, ServiceDocument, TownHall
from tests.catalogue.conftest import at
from tests.factories.catalogue import (
    ContactPersonPageFactory,
    DepartmentPageFactory,
    OfficePageFactory,
    ServicePageFactory,
    publish,
)

pytestmark = pytest.mark.django_db
MONDAY_NINE = datetime(2026, 11, 30, 9, tzinfo=ZoneInfo("Europe/Berlin"))


def answer(query: str, *hits: Hit, language: str = "de", room: str = "") -> DirectAnswer | None:
    """What the first room of the catalogue that knows an answer says."""
    asked = AskedQuestion(query, tuple(words(fold(query))), language, hits)
    with at(MONDAY_NINE):
        for each in direct_answers:
            if each.name.startswith("catalogue.") and (found := each.answer(asked)):
                return found
    return None


def hit(page: Any) -> Hit:
    values: dict[str, Any] = dict.fromkeys(("teaser", "snippet", "department", "status"), "")
    return Hit(
        type="service",
        id=str(page.service_id),
        title=page.title,
        url="/",
        leika=(),
        date=None,
        score=1.0,
        **values,
    )


@pytest.fixture
def town(db: None) -> dict[str, Any]:
    """Two departments and four offices, of which the town hall is one; all open on weekdays from 8 to 12."""
    citizens = DepartmentPageFactory(title="Bürgeramt", phone="06499 900-1200")
    order = DepartmentPageFactory(
        title="Ordnungsamt",
        description="<p>Wir sorgen für Ordnung.</p><p>Zur Ausländerbehörde: 06499 900-1460.</p>",
    )
    pages = {
        "buergeramt": OfficePageFactory(title="Bürgeramt im Rathaus", parent=citizens, open=True),
        "rathaus": OfficePageFactory(title="Rathaus", parent=order, open=True, phone="06499 900-0"),
        "nord": OfficePageFactory(title="Stadtteilbüro Nord", parent=citizens, open=True),
        "sued": OfficePageFactory(title="Stadtteilbüro Süd", parent=citizens, open=True),
        "silent": OfficePageFactory(title="Archiv", parent=citizens),
    }
    TownHall.objects.create(office=pages["rathaus"].office)
    publish(order, main_office=pages["rathaus"].office)
    return pages


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("öffnungszeiten bürgeramt", "Bürgeramt im Rathaus"),
        ("Öffnungszeiten Bürgerbüro", "Bürgeramt im Rathaus"),
        ("hat das Bürgeramt heute offen?", "Bürgeramt im Rathaus"),
        ("wann macht das Bürgeramt auf", "Bürgeramt im Rathaus"),
        ("oeffnungszeiten stadtteilbuero nord", "Stadtteilbüro Nord"),
        ("sprechzeiten ordnungsamt", "Rathaus"),
        ("ist heute offen", "Rathaus"),
        ("Öffnungszeiten Rathaus Samstag", "Rathaus"),
    ],
)
def test_hours_of_the_place_that_is_named(town: dict[str, Any], query: str, place: str) -> None:
    found = answer(query)

    assert found is not None
    assert found.title == f"Öffnungszeiten: {place}"
    assert (found.answer, found.state) == (AnswerLine("Heute bis 12 Uhr geöffnet"), "open")
    assert found.lines[0] == AnswerLine("Montag bis Freitag: 8–12 Uhr")
    assert found.url.startswith("/standorte/")


@pytest.mark.parametrize(
    "query",
    [
        "bürgeramt",
        "offene Ganztagsschule",
        "offenlegung bebauungsplan",
        "öffnungszeiten stadtteilbüro",  # There are two.
        "öffnungszeiten archiv",  # It names no hours.
        "öffnungszeiten gaststätte verlängern",
        "öffnungszeiten bürgeramt und gaststätte",
        "auf wohngeld angewiesen",
        "grill auf dem rathaus",
        "telefon anmelden für senioren",
        "formular",
        "hours",
    ],
)
def test_what_is_not_plain_gets_no_answer(town: dict[str, Any], query: str) -> None:
    assert answer(query, language="en" if query == "hours" else "de") is None


def test_place_that_is_not_public_is_not_named(town: dict[str, Any]) -> None:
    OfficePage.objects.get(pk=town["nord"].pk).unpublish()

    assert answer("öffnungszeiten stadtteilbüro nord") is None


@pytest.mark.parametrize(
    ("query", "title", "number"),
    [
        ("telefonnummer bürgeramt", "Bürgeramt", "06499 900-1200"),
        ("telefon nummer bürgerbüro", "Bürgeramt", "06499 900-1200"),
        ("Rathaus anrufen", "Rathaus", "06499 900-0"),
        ("telefonnummer der stadt", "Rathaus", "06499 900-0"),
        ("telefonnummer ausländerbehörde", "Ordnungsamt", "06499 900-1460"),
    ],
)
def test_telephone_number(town: dict[str, Any], query: str, title: str, number: str) -> None:
    found = answer(query)

    assert found is not None
    assert found.title == f"Telefon: {title}"
    assert found.answer == AnswerLine(number, f"tel:+49{''.join(c for c in number if c.isdigit())[1:]}")


def test_telephone_number_of_somebody_who_is_responsible(town: dict[str, Any]) -> None:
    department = DepartmentPageFactory(title="Sportamt")
    ContactPersonPageFactory(
        title="Anna Schmidt", function="Hallenvergabe", phone="06499 1", parent=department
    )
    person = ContactPersonPageFactory(
        title="Karin Feld", function="Bäderverwaltung", phone="06499 900-77", parent=department
    )
    publish(person)
    publish(department)

    found = answer("telefon bäderverwaltung")

    assert found is not None
    assert found.answer.text == "06499 900-77"
    assert found.lines == (AnswerLine("Karin Feld, Bäderverwaltung: 06499 900-77"),)


def test_form_of_the_service_that_is_named(town: dict[str, Any]) -> None:
    printed = ServiceDocument(name="Antrag auf Wohngeld", template_url="https://example.org/antrag.pdf")
    page = ServicePageFactory(title="Wohngeld beantragen", documents=[printed], search_terms="Mietzuschuss")
    other = ServicePageFactory(title="Kita anmelden", whole=True)

    for query in ("formular wohngeld", "Wohngeld Vordruck", "formular mietzuschuss"):
        found = answer(query, hit(other), hit(page))
        assert found is not None
        assert found.title == "Formular: Wohngeld beantragen"
        assert found.answer == AnswerLine("Antrag auf Wohngeld", "https://example.org/antrag.pdf")

    assert answer("formular bafög", hit(other), hit(page)) is None
    assert answer("wohngeld", hit(page)) is None


def test_service_without_a_form_gets_no_answer(town: dict[str, Any]) -> None:
    page = ServicePageFactory(title="Wohngeld beantragen")

    assert answer("formular wohngeld", hit(page)) is None


def test_form_of_a_service_that_expired_a_moment_ago(town: dict[str, Any]) -> None:
    page = ServicePageFactory(title="Wohngeld beantragen", whole=True)
    PublishedService.objects.update(expires_at=MONDAY_NINE - timedelta(minutes=1))

    assert answer("formular wohngeld", hit(page)) is None


@pytest.mark.parametrize(
    ("query", "limit"),
    [("reisepass beantragen", 0), ("öffnungszeiten bürgeramt", 2), ("telefonnummer unbekannt", 3)],
)
def test_few_queries_however_many_places(town: dict[str, Any], query: str, limit: int) -> None:
    for number in range(5):
        DepartmentPageFactory(title=f"Amt Nummer {number}")
    answer(query)

    with CaptureQueriesContext(connection) as captured:
        answer(query)

    assert len(captured) <= limit
