"""Tours and streets changed in the back office: tried first, public with the plan, taken back by a press."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from servicefinder.waste.domain.approving import approve
from servicefinder.waste.domain.contents import content_of
from servicefinder.waste.domain.publishing import publish
from servicefinder.waste.domain.schedules import pickups, served
from servicefinder.waste.domain.undoing import step_to_undo
from servicefinder.waste.enums import CollectionState
from servicefinder.waste.models import Collection, Plan, Rhythm, ServedRange, Tour, TourRange
from tests.factories import waste as made
from tests.waste.backoffice_people import worker

pytestmark = pytest.mark.django_db


def url(name: str, *args: Any) -> str:
    return reverse(f"waste_work:{name}", args=[2026, *args])


def rows(*rows: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """What a browser sends: the rows, and an empty one behind them."""
    found = {"form-TOTAL_FORMS": len(rows) + 1, "form-INITIAL_FORMS": 0, **more}
    untouched = {
        "kind": "weeks",
        "parity": "all",
        "valid_from": "2026-01-01",
        "valid_until": "2026-12-31",
    }
    for number, row in enumerate([*rows, untouched]):
        found |= {f"form-{number}-{name}": value for name, value in row.items()}
    return found


def rhythm(**values: Any) -> dict[str, Any]:
    """Restmüll every second Monday of the year."""
    return {
        "fraction": made.fraction().pk,
        "kind": "weeks",
        "interval": 2,
        "anchor": "2026-01-05",
        "valid_from": "2026-01-01",
        "valid_until": "2026-12-31",
        **values,
    }


def seen(client: Client, address: str) -> str:
    return str(client.get(address).context["seen"])


def say(client: Client, address: str, status: int = 200, **values: Any) -> str:
    response = client.post(address, values, follow=True)
    assert response.status_code == status, response.content.decode()
    return response.content.decode()


def test_new_tour_with_seasons_waits_for_publication_and_is_taken_back() -> None:
    plan = made.published_year().plan
    before = content_of(plan)
    client, bio = worker(), made.fraction("Biotonne", "biotonne")
    winter = rhythm(fraction=bio.pk, valid_until="2026-03-31")
    summer = rhythm(fraction=bio.pk, interval=1, valid_from="2026-04-01")
    trees = rhythm(kind="listed", dates="12.01.2026, 2026-01-13", anchor="", interval="")
    last = rhythm(kind="monthly", nth="-1", interval="", fraction=made.fraction("Astwerk", "astwerk").pk)
    page = say(
        client,
        url("new_tour"),
        **rows(winter, summer, trees, last, code="west", name="Tour West", note="Sackgasse"),
    )

    assert "biotonne" not in page and "alle 2 Wochen am Montag, 1.1. bis 31.3." in page
    tour = Tour.objects.get(code="west")
    assert (tour.name, tour.note, tour.rhythms.count()) == ("Tour West", "Sackgasse", 4)
    assert not tour.collections.exists()
    step = step_to_undo(plan)
    assert step and "Tour West" in step.label
    say(client, url("undo", step.pk))

    assert content_of(plan) == before and not Tour.objects.filter(code="west").exists()
    plan.refresh_from_db()
    assert not plan.has_changes
    assert "letzte Schritt" in say(client, url("undo", step.pk))
    redo = step_to_undo(plan)
    assert redo
    say(client, url("undo", redo.pk))
    assert Tour.objects.get(code="west").rhythms.count() == 4


def test_trying_shows_whom_it_touches_and_keeps_nothing() -> None:
    plan = made.published_year().plan
    for number in (1, 3, 5):
        made.address("Ostanlage", number)
    client, address = worker(), url("tour", "nord")
    values = rows(rhythm(), seen=seen(client, address), name="Tour Nord")
    before = content_of(plan)

    page = say(client, address, **values, **{"try": 1})

    assert "Diese 3 Adressen ändern sich" in page and "Gespeichert ist noch nichts" in page
    plan.refresh_from_db()
    assert content_of(plan) == before and not plan.has_changes
    say(client, address, **values)
    plan.refresh_from_db()
    assert plan.has_changes and Rhythm.objects.get().interval == 2
    assert Collection.objects.filter(state=CollectionState.CANCELLED).count() == 0
    approve(plan)
    publish(plan)
    assert {row.planned_on.weekday() for row in Collection.objects.exclude(state="cancelled")} == {0, 4}


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"fraction": 999_999}, "Auswahl"),
        ({"fraction": ""}, "muss ausgefüllt"),
        ({"interval": 0}, "größer"),
        ({"interval": ""}, "alle wie viele Wochen"),
        ({"anchor": ""}, "einen Tag nennen"),
        ({"anchor": "31.2.2026"}, "gültiges Datum"),
        ({"kind": "monthly", "nth": ""}, "wievielte im Monat"),
        ({"kind": "monthly", "nth": "7"}, "Auswahl"),
        ({"kind": "listed", "dates": ""}, "die Tage nennen"),
        ({"kind": "listed", "dates": "1.1.2026 gestern"}, "Tage so schreiben"),
        ({"kind": "listed", "dates": "1.1.2028"}, "nicht zwischen"),
        ({"valid_until": "2025-12-31"}, "Liegt vor"),
        ({"kind": "täglich"}, "Auswahl"),
    ],
)
def test_what_is_wrong_with_a_rhythm_stands_beside_it_and_nothing_is_lost(
    values: dict[str, Any], sentence: str
) -> None:
    made.published_year()
    client = worker()
    page = say(client, url("new_tour"), 422, **rows(rhythm(**values), code="x1", name="Tür & Tor"))

    assert sentence in page and "Tür &amp; Tor" in page and 'value="x1"' in page
    assert '<a href="#id_form-0-' in page and ">Rhythmus 1: " in page
    assert not Tour.objects.filter(code="x1").exists()


def test_codes_are_ascii_and_once_a_year_and_seasons_do_not_overlap() -> None:
    made.published_year()
    client = worker()
    assert "schon eine andere Tour" in say(client, url("new_tour"), 422, **rows(code="nord", name="N"))
    assert "Nur a–z" in say(client, url("new_tour"), 422, **rows(code="Süd", name="N"))
    both = rows(rhythm(), rhythm(interval=1, valid_from="2026-06-01"), code="s", name="S")
    assert "zur selben Zeit wie Rhythmus 1" in say(client, url("new_tour"), 422, **both)
    assert "Bitte prüfen" in say(client, url("new_tour"), 422, code="s", name="S")


def test_more_rows_lose_nothing_and_say_nothing() -> None:
    made.published_year()
    wrong = rows(rhythm(anchor="gestern"), code="x1", name="Tür", more=1)
    page = say(worker(), url("new_tour"), **wrong)
    assert 'value="gestern"' in page and "error-message" not in page
    assert page.count("<legend>Rhythmus") == 4 and 'value="Tür"' in page


def test_who_saves_later_is_told_and_may_insist() -> None:
    made.published_year()
    client, address = worker(), url("tour", "nord")
    old = seen(client, address)
    say(client, address, **rows(rhythm(), seen=old, name="Erste"))

    page = say(client, address, 422, **rows(rhythm(interval=4), seen=old, name="Zweite"))

    assert "jemand anderes" in page and 'value="Zweite"' in page
    assert Tour.objects.get().name == "Erste"
    say(client, address, **rows(rhythm(interval=4), seen=seen(client, address), name="Zweite"))
    assert Tour.objects.get().name == "Zweite"


def test_tour_that_takes_a_bin_of_another_tour_is_refused_beside_the_bin() -> None:
    made.published_year()
    made.address()
    west = made.rhythm(made.tour("west"), date(2026, 1, 5), what=made.fraction("Biotonne", "bio")).tour
    client, address = worker(), url("tour", "west")
    page = say(client, address, 422, **rows(rhythm(), seen=seen(client, address), name="West"))
    assert "1 Adressen bekämen diese Abfallart auch von der Tour nord" in page and west.rhythms.get()


def test_removed_tour_hands_its_streets_over_and_its_days_are_cancelled() -> None:
    plan = made.published_year().plan
    house = made.address()
    made.rhythm(made.tour("west", streets=()), date(2026, 1, 5))
    client, address = worker(), url("remove_tour", "nord")
    assert "noch Straßen" in say(client, address, 422)
    west = Tour.objects.get(code="west").pk
    assert "Diese eine Adresse ändert sich" in say(client, address, successor=west, **{"try": 1})
    assert Tour.objects.get(code="nord").ranges.count() == 1
    say(client, address, successor=west)
    assert [code for _, code, _, _ in served(house.pk).tours] == ["nord"]  # type: ignore[union-attr]

    approve(plan)
    publish(plan)

    assert [code for _, code, _, _ in served(house.pk).tours] == ["west"]  # type: ignore[union-attr]
    nord = Tour.objects.get(code="nord")
    assert {row.state for row in nord.collections.filter(day__gte=date(2026, 12, 21))} == {"cancelled"}


def part(tour: str, first: str = "", last: str = "", parity: str = "all") -> dict[str, Any]:
    return {"first": first, "last": last, "parity": parity, "tour": Tour.objects.get(code=tour).pk}


def street_with_two_tours() -> tuple[Plan, str]:
    plan = made.published_year().plan
    for number, suffix in ((1, ""), (2, ""), (3, ""), (4, "a"), (4, "b"), (5, "")):
        made.address("Ostanlage", number, suffix)
    made.rhythm(made.tour("west", streets=()), date(2026, 1, 5))
    publish(plan)
    return plan, url("street", made.street().pk)


def test_street_is_divided_and_citizens_see_it_after_publication() -> None:
    plan, address = street_with_two_tours()
    client = worker()
    house = made.address("Ostanlage", 4, "b")
    wanted = rows(
        part("nord", parity="odd"), part("nord", "2", "4a", "even"), part("west", "4 B", "", "even")
    )
    tried = say(client, address, **wanted, seen=seen(client, address), **{"try": 1})
    assert "Diese eine Adresse ändert sich" in tried and "Ostanlage 4 b" in tried
    assert TourRange.objects.count() == 1
    page = say(client, address, **wanted, seen=seen(client, address))
    assert "2–4 a gerade: Tour Nord" in page and "ab 4 b gerade: Tour West" in page
    assert ServedRange.objects.count() == 1

    approve(plan)
    publish(plan)

    (tour,) = served(house.pk).tours  # type: ignore[union-attr]
    assert tour[1] == "west" and {each.day.weekday() for each in pickups([tour[0]], date(2026, 2, 1))} == {0}
    form = client.get(address).content.decode()
    assert 'value="4 b"' in form and 'value="4 a"' in form


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ([("nord", "1", "3")], "Ohne Tour wären Nr. 4a, 4b, 5"),
        ([("nord", "1", "4"), ("west", "4b")], "mit Abschnitt 1: zwei Touren für eine Tonne hätten Nr. 4b"),
        ([("nord", "5", "3")], "liegt vor der ersten"),
        ([("nord", "4c", "4a")], "liegt vor dem ersten"),
        ([("nord", "null")], "Hausnummer wie 12"),
        ([("nord", "-1")], "Hausnummer wie 12"),
        ([("nord", "1", "1", "even")], "Auf dieser Seite"),
        ([("nord", "", "", "links")], "Auswahl"),
        ([], "mindestens einen Abschnitt"),
    ],
)
def test_gaps_and_overlaps_of_a_street_are_refused(parts: list[tuple[str, ...]], sentence: str) -> None:
    _, address = street_with_two_tours()
    client = worker()
    if not parts:
        made.address().street.addresses.all().delete()
    page = say(client, address, 422, **rows(*(part(*each) for each in parts), seen=seen(client, address)))
    assert sentence in page and TourRange.objects.count() == 1


def test_division_of_a_street_is_taken_back() -> None:
    plan, address = street_with_two_tours()
    before = content_of(plan)
    client = worker()
    say(client, address, **rows(part("west"), seen=seen(client, address)))
    assert TourRange.objects.get().tour.code == "west"
    step = step_to_undo(plan)
    assert step and step.label == "Ostanlage: alle: Tour West"
    assert url("undo", step.pk) in client.get(url("year")).content.decode()

    say(client, url("undo", step.pk))

    assert content_of(plan) == before


def test_streets_are_found_as_they_are_typed_and_unserved_ones_marked() -> None:
    street_with_two_tours()
    made.address("Westring", 1)
    client = worker()
    page = client.get(url("streets")).content.decode()
    assert "Ostanlage" in page and "ohne Tour" in page
    found = client.get(url("streets"), {"q": "ostanl"}).content.decode()
    assert "Ostanlage" in found and "Westring" not in found
    assert "Keine Straße heißt so" in client.get(url("streets"), {"q": "\0" + "x" * 500}).content.decode()
    assert client.get(url("street", 999_999)).status_code == 404
    assert client.get(url("tour", "fort")).status_code == 404


@pytest.mark.parametrize("name", ["tours", "streets", "tour", "street", "new_tour", "remove_tour", "year"])
def test_queries_do_not_grow_with_rows(name: str, django_assert_max_num_queries: Any) -> None:
    made.published_year()
    street = made.address().street
    client = worker()
    of_one = {"tour": ["nord"], "remove_tour": ["nord"], "street": [street.pk]}
    page = url(name, *of_one.get(name, []))
    client.get(page)
    with django_assert_max_num_queries(40) as few:
        client.get(page)
    bio = made.fraction("Biotonne", "biotonne")
    for number in range(12):
        tour = made.rhythm(made.tour(f"t{number}", streets=(f"Weg {number}",)), date(2026, 1, 5)).tour
        made.rhythm(tour, date(2026, 1, 6), what=bio)
        made.address(f"Weg {number}", 1)
        made.served(Tour.objects.get(code="nord"), first_number=number + 1, last_number=number + 1)
        span = {"valid_from": date(2026, 1 + number, 1), "valid_until": date(2026, 1 + number, 9)}
        made.rhythm(Tour.objects.get(code="nord"), date(2026, 1, 5), what=bio, **span)
    with django_assert_max_num_queries(len(few)):
        client.get(page)
