"""Direct answers about facilities."""

from datetime import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.enums import FacilityKind
from home.facility_answers import FacilityHoursAnswers
from home.models import FacilityHours, FacilityPage, HomePage
from search.analysis import fold, words
from search.answers import AskedQuestion, DirectAnswer
from tests.factories.home import facility_page

pytestmark = pytest.mark.django_db


def answer(query: str) -> DirectAnswer | None:
    return FacilityHoursAnswers().answer(AskedQuestion(query, tuple(words(fold(query))), "de", ()))


def open_all_week() -> list[FacilityHours]:
    return [FacilityHours(weekday=day, opens=time(10), closes=time(19)) for day in range(7)]


@pytest.fixture
def town(home: HomePage) -> list[FacilityPage]:
    return [
        facility_page("Stadtbücherei im Kulturzentrum", kind=FacilityKind.LIBRARY, hours=open_all_week()),
        facility_page("Hallenbad am Ring", kind=FacilityKind.POOL, hours=open_all_week(), address="Ring 1"),
        facility_page("Freibad Auwiese", kind=FacilityKind.POOL),
        facility_page("Museum Mühle", kind=FacilityKind.CULTURE, hours=open_all_week()),
        facility_page("Museum Zollhaus", kind=FacilityKind.CULTURE, hours=open_all_week()),
    ]


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("öffnungszeiten bibliothek", "Stadtbücherei im Kulturzentrum"),
        ("hat die Stadtbücherei heute offen?", "Stadtbücherei im Kulturzentrum"),
        ("öffnungszeiten hallenbad", "Hallenbad am Ring"),
        ("schwimmbad geöffnet", "Hallenbad am Ring"),
        ("öffnungszeiten museum zollhaus", "Museum Zollhaus"),
    ],
)
def test_hours_of_the_facility_that_is_named(town: list[FacilityPage], query: str, place: str) -> None:
    found = answer(query)

    assert found is not None
    assert found.title == f"Öffnungszeiten: {place}"
    assert found.lines[0].text == "Montag: 10–19 Uhr"
    assert found.link == place


@pytest.mark.parametrize(
    "query",
    [
        "hallenbad",
        "öffnungszeiten",
        "öffnungszeiten museum",
        "öffnungszeiten freibad",
        "offene bibliothek am see",
    ],
)
def test_what_is_not_plain_gets_no_answer(town: list[FacilityPage], query: str) -> None:
    assert answer(query) is None


def test_facility_that_is_not_public_is_not_named(town: list[FacilityPage]) -> None:
    town[1].unpublish()

    assert answer("öffnungszeiten hallenbad") is None


def test_few_queries_however_many_facilities(town: list[FacilityPage]) -> None:
    def queries() -> int:
        answer("öffnungszeiten hallenbad")
        with CaptureQueriesContext(connection) as captured:
            answer("öffnungszeiten hallenbad")
        return len(captured)

    before = queries()
    for number in range(5):
        facility_page(f"Halle {number}", hours=open_all_week())
    assert queries() == before <= 5
