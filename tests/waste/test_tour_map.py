"""Tours on the map: by house, street or district as there are more, and what has no tour by itself."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from servicefinder.addresses.models import Address, District
from servicefinder.waste.domain.tour_places import UNSERVED, Choice, places_of
from servicefinder.waste.models import Plan, Tour
from servicefinder.waste.presentation.backoffice import tour_map as shown
from servicefinder.waste.presentation.backoffice.tour_map import Group, tour_map
from tests.factories import waste as made
from tests.waste.backoffice_people import worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan() -> Plan:
    """Nord takes Restmüll on Fridays from odd numbers, West Restmüll and Biotonne on Mondays."""
    nord = made.rhythm(made.tour("nord", streets=()), date(2026, 1, 2)).tour
    made.served(nord, parity="odd")
    west = made.rhythm(made.tour("west", streets=("Westring",)), date(2026, 1, 5)).tour
    made.rhythm(west, date(2026, 1, 5), what=made.fraction("Biotonne", "biotonne"))
    for name, number in (("Ostanlage", 1), ("Ostanlage", 3), ("Ostanlage", 4), ("Westring", 1)):
        house = made.address(name, number)
        Address.objects.filter(pk=house.pk).update(latitude=50 + number / 100, longitude=8.6)
    return nord.plan


def groups(plan: Plan, **choice: Any) -> dict[str, tuple[int, Sequence[str]]]:
    found: list[Group] = tour_map(plan, Choice(**choice)).groups
    return {each.name: (each.houses, [line.name for line in each.lines]) for each in found}


def test_houses_that_miss_a_bin_are_a_group_of_their_own(plan: Plan) -> None:
    rest = made.fraction().pk
    assert groups(plan) == {
        "Ohne Tour": (3, ["Ostanlage"]),  # Number 4 has no tour, 1 and 3 have no Biotonne.
        "Tour Nord": (2, ["Ostanlage"]),
        "Tour West": (1, ["Westring"]),
    }
    assert groups(plan, fraction=rest)["Ohne Tour"] == (1, ["Ostanlage"])
    assert [spot.name for spot in places_of(plan, Choice(fraction=rest), 9).houses[UNSERVED]] == [
        "Ostanlage 4"
    ]


def test_tours_are_chosen_by_code_fraction_and_weekday(plan: Plan) -> None:
    bio = made.fraction("Biotonne", "biotonne").pk
    assert "Tour West" not in groups(plan, tour="nord") and "Tour Nord" in groups(plan, tour="nord")
    assert "Tour Nord" not in groups(plan, fraction=bio)
    assert "Tour Nord" not in groups(plan, weekday=0) and "Tour West" in groups(plan, weekday=0)
    assert set(groups(plan, weekday=5)) == {"Ohne Tour"}


def test_marks_have_the_number_of_their_tour_and_lie_in_the_middle(
    plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_house = tour_map(plan, Choice())
    assert by_house.unit == "ein Haus"
    assert [(each.mark, each.name) for each in by_house.places][-1] == ("2", "Tour West: Westring 1")

    monkeypatch.setattr(shown, "HOUSES_LIMIT", 3)
    by_street = tour_map(plan, Choice())
    (nord,) = (each for each in by_street.places if each.mark == "1")
    assert (nord.name, nord.latitude, nord.kind) == (
        "Tour Nord: Ostanlage, 2 Häuser",
        "50.020000",
        "tour-mark--1",
    )
    assert nord.url == reverse("waste_work:street", args=[2026, made.street().pk])

    monkeypatch.setattr(shown, "MARKS_LIMIT", 2)
    by_district = tour_map(plan, Choice())
    assert (by_district.unit, len(by_district.places), by_district.left_off) == ("ein Stadtteil", 2, 1)
    assert by_district.places[0].mark == "!"


def test_page_is_a_list_without_script_and_takes_what_is_wrong_as_not_chosen(plan: Plan) -> None:
    client, address = worker(), reverse("waste_work:map", args=[2026])
    page = client.get(address, {"tour": "nord"}).content.decode()
    assert "Ohne Tour für etwas, das andere bekommen" in page and "1: Tour Nord" in page
    assert ">Ostanlage</a> ungerade" in page
    wrong = client.get(address, {"tour": "fort", "fraction": "x", "weekday": "9" * 500})
    assert wrong.status_code == 200 and "2: Tour West" in wrong.content.decode()
    Address.objects.all().delete()
    assert "Dazu gibt es keine Häuser" in client.get(address).content.decode()


def test_thirty_thousand_addresses_take_as_many_queries_and_a_bounded_page(
    plan: Plan, django_assert_max_num_queries: Any
) -> None:
    client, address = worker(), reverse("waste_work:map", args=[2026])
    client.get(address)
    with django_assert_max_num_queries(30) as few:
        client.get(address)
    allowed = len(few)
    nord, district = Tour.objects.get(code="nord"), District.objects.get()
    for number in range(100):
        name = f"Messweg {number}"
        made.served(nord, name)
        Address.objects.bulk_create(
            Address(
                street=made.street(name),
                number=house,
                postal_code="35990",
                district=district,
                latitude=50.1,
                longitude=8.6,
            )
            for house in range(1, 301)
        )
    client.get(address)  # Filling has taken so long that what is kept for seconds is read again.
    with django_assert_max_num_queries(allowed):
        page = client.get(address)
    assert "30002 Häuser" in page.content.decode() and len(page.content) < 150_000
