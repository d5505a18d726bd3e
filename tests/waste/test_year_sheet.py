"""The year at a glance: each collection in its week, and what is odd by a sign as well."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as some

from servicefinder.waste.domain.shifting import Move, move
from servicefinder.waste.models import Collection, Plan
from servicefinder.waste.presentation.backoffice.year_sheet import Entry, year_sheet
from tests.factories import waste as made
from tests.waste.backoffice_people import worker

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 12, 18)


def entries(plan: Plan) -> dict[str, list[Entry]]:
    """Week → what the only tour does in it."""
    (sheet,) = year_sheet(plan).sheets
    return {week.name: cells[0] for week, cells in sheet.rows}


def test_each_collection_stands_once_in_the_week_of_its_day() -> None:
    plan = made.published_year().plan
    found = entries(plan)
    assert [len(cells) for cells in found.values()] == [1] * 52 + [0]  # The last Friday is in January.
    assert Collection.objects.count() == 52
    assert [entry.text for entry in found["KW 20"]] == ["Fr Re"]


def test_what_is_odd_has_a_sign_words_and_the_way_to_the_grid() -> None:
    plan = made.published_year().plan
    move(plan, Move(FRIDAY, date(2026, 12, 21), "Eis", tour=plan.tours.get()))
    move(plan, Move(date(2026, 6, 12), None, "Streik", tour=plan.tours.get()))
    found = entries(plan)

    (gone,) = found["KW 24"]
    assert (gone.sign, gone.words) == ("×", "Fr 12.06. Restmüll entfällt: Streik")
    moved = found["KW 52"][0]
    assert found["KW 51"] == [] and (moved.sign, moved.text) == ("→", "Mo Re")
    assert moved.words == "Mo 21.12. Restmüll statt Fr 18.12.: Eis"
    assert moved.url == reverse("waste_work:grid", args=[2026]) + "?monat=12"


def test_conflict_is_marked_until_somebody_decides() -> None:
    plan = made.year_of_one_tour().plan
    assert [entry.sign for entry in entries(plan)["KW 52"]] == ["!"]


@settings(max_examples=20, deadline=None)
@given(some.integers(2000, 2100))
def test_weeks_follow_each_other_from_new_year_to_new_year(year: int) -> None:
    (sheet,) = year_sheet(_with_a_tour(year)).sheets
    spans = [re.findall(r"(\d+)\.(\d+)\.", week.span) for week, _ in sheet.rows]
    assert ["1", "1"] in [list(each) for each in spans[0]] or int(spans[0][0][0]) > 25
    assert len(sheet.rows) in (53, 54) and sum(week.begins_month for week, _ in sheet.rows) in (12, 13)
    days = [tuple(map(int, start)) for start, _ in spans]
    first = date(year, 1, 1) - timedelta(days=date(year, 1, 1).weekday())
    assert days == [
        (day.day, day.month) for day in (first + timedelta(weeks=number) for number in range(len(days)))
    ]


def _with_a_tour(year: int) -> Plan:
    Plan.objects.all().delete()
    return made.tour(year=year, streets=()).plan


def test_page_links_weeks_and_takes_as_many_queries_for_many_tours(
    django_assert_max_num_queries: Any,
) -> None:
    made.published_year()
    client, address = worker(), reverse("waste_work:year_sheet", args=[2026])
    client.get(address)
    with django_assert_max_num_queries(30) as few:
        page = client.get(address).content.decode()
    assert "verschoben, am neuen Tag (3)" in page and "Mo Ostermontag" in page and "Blatt" not in page
    for number in range(25):
        made.rhythm(made.tour(f"t{number}", streets=()), date(2026, 1, 5))
    with django_assert_max_num_queries(len(few)):
        page = client.get(address).content.decode()
    assert "Blatt 3 von 3" in page and page.count('<caption id="blatt-') == 3
