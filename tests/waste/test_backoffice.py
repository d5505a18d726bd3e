"""The department plans a year in the back office; nobody else gets in."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from servicefinder.waste.backoffice_urls import urlpatterns
from servicefinder.waste.enums import PlanState, ShiftState
from servicefinder.waste.models import Collection, Plan, Shift
from servicefinder.waste.presentation.backoffice.years import year_rows
from tests.factories import waste as made
from tests.waste.backoffice_people import signed_in, worker

pytestmark = pytest.mark.django_db
CHRISTMAS, EVE = date(2026, 12, 25), date(2026, 12, 24)


def url(name: str, *args: Any) -> str:
    return reverse(f"waste_work:{name}", args=args)


def shift_url(day: date, **more: str) -> str:
    query = "&".join(f"{key}={value}" for key, value in {"tag": day.isoformat(), **more}.items())
    return f"{url('shift', 2026)}?{query}"


def posted(client: Client, address: str, **values: Any) -> str:
    response = client.post(address, values, follow=True)
    assert response.status_code == 200, response.content.decode()
    return response.content.decode()


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda each: each.name)
def test_only_the_department_in_charge_gets_in(pattern: Any) -> None:
    made.published_year()
    values = {
        "year": 2026,
        "shift_id": 1,
        "revision_id": 1,
        "import_id": 1,
        "tour_id": 1,
        "day": "2026-12-18",
        "kind": "tours",
        "code": "nord",
        "street_id": made.street().pk,
        "step_id": 1,
    }
    address = url(pattern.name, *(values[name] for name in pattern.pattern.converters))
    others = worker("Gartenamt", in_charge=False)
    administrator = signed_in(User.objects.create_superuser("administrator", "a@stadt.example"))

    worker()
    for client in (others, administrator, Client()):
        for ask in (client.get, client.post):
            response = ask(address)
            assert response.status_code in (302, 403), pattern.name
            if response.status_code == 302:  # Wagtail's way to refuse.
                assert response["Location"].startswith(("/redaktion/login/", "/redaktion/"))
                assert "abfuhr" not in response["Location"].partition("?")[0]


def test_whole_way_from_copy_to_publication() -> None:
    made.published_year()
    client = worker()

    form = client.get(url("new_year")).content.decode()
    assert "selected>Abfuhrplan 2026" in form and 'value="2027"' in form
    page = posted(client, url("new_year"), source=Plan.objects.get().pk, year="2027")
    assert "Abfuhrplan 2027" in page and "Das Jahr sieht noch niemand." in page
    assert "Freigegeben" in posted(client, url("approve", 2027))
    page = posted(client, url("publish", 2027))

    plan = Plan.objects.get(year=2027)
    assert plan.state == PlanState.PUBLISHED and "Alles ist veröffentlicht." in page
    published = plan.steps.first()
    assert published and published.made_by and published.made_by.username in page
    assert Collection.objects.filter(tour__plan=plan).count() == 53  # Fridays of 2027.


def test_conflict_is_settled_by_a_press_and_a_reason() -> None:
    made.year_of_one_tour()
    client = worker()
    page = client.get(url("year", 2026)).content.decode()
    assert "Fr 25.12.2026" in page and "Freigeben können Sie, sobald" in page
    assert "nicht" not in posted(client, url("approve", 2026)).partition("Konflikte")[0][-40:]
    assert Plan.objects.get().state == PlanState.DRAFT
    offered = shift_url(CHRISTMAS) + "&von=jahr&nach=2026-12-24"
    assert offered.replace("&", "&amp;") in page

    form = client.get(offered).content.decode()
    assert 'value="2026-12-24"' in form
    posted(client, offered, scope="all", moved_to="2026-12-24", reason="Weihnachten")

    shift = Shift.objects.get(planned_on=CHRISTMAS)
    assert (shift.moved_to, shift.state, shift.reason) == (EVE, ShiftState.PROPOSED, "Weihnachten")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"moved_to": "2026-12-18"}, "Das ist derselbe Tag."),
        ({"moved_to": "2026-12-25"}, "Feiertag"),
        ({"moved_to": "2026-12-27"}, "Sonntag"),
        ({"moved_to": "2026-12-11"}, "schon"),
        ({"moved_to": "2027-03-01"}, "Monat entfernt"),
        ({"moved_to": "31.02.2026"}, "gültiges Datum"),
        ({"moved_to": ""}, "entweder einen neuen Tag"),
        ({"moved_to": "2026-12-19", "cancelled": "on"}, "entweder einen neuen Tag"),
        ({"moved_to": "2026-12-19", "scope": "x" * 500}, "Auswahl"),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_loses_nothing(values: dict[str, str], sentence: str) -> None:
    made.year_of_one_tour()
    client = worker()
    form = {"scope": "tour", "reason": "Bäume & Sturm", **values}
    response = client.post(shift_url(date(2026, 12, 18), tour="nord"), form)

    text = response.content.decode()
    assert response.status_code == 422 and sentence in text and "Bäume &amp; Sturm" in text
    assert not Shift.objects.filter(planned_on=date(2026, 12, 18)).exists()


def test_day_that_a_shift_moves_can_stay_where_it_was() -> None:
    plan = made.year_of_one_tour().plan
    friday = date(2026, 5, 15)
    assert plan.shifts.filter(planned_on=friday).count() == 0
    client = worker()
    values = {"reason": "Betriebsversammlung", "moved_to": "2026-05-16"}
    posted(client, shift_url(friday, tour="nord"), scope="all", **values)

    posted(client, shift_url(friday, tour="nord"), scope="tour", reason="Kommt doch", moved_to="2026-05-15")

    assert plan.shifts.get(tour__code="nord").moved_to == friday


@pytest.mark.parametrize(
    "query", ["", "?tag=unsinn", "?tag=2030-01-01", "?tag=2026-12-18&tour=fort", "?tag=2026-12-18&art=fort"]
)
def test_addresses_that_lead_nowhere(query: str) -> None:
    made.year_of_one_tour()
    client = worker()
    assert client.get(url("shift", 2026) + query).status_code == 404
    assert client.get(url("year", 1999)).status_code == 404


def test_publication_at_an_hour_is_set_and_lifted() -> None:
    plan = made.published_year().plan
    client = worker()
    posted(client, shift_url(date(2026, 12, 18), tour="nord"), scope="tour", cancelled="on", reason="Streik")
    posted(client, url("approve", 2026))
    wrong = client.post(url("schedule", 2026), {"at": "2020-01-01T12:00"})
    assert wrong.status_code == 422 and "schon vorbei" in wrong.content.decode()
    moment = timezone.localtime().replace(hour=12) + timedelta(days=2)
    page = posted(client, url("schedule", 2026), at=moment.strftime("%Y-%m-%dT%H:%M"))
    assert f"um {moment:%H:%M} Uhr" in page

    assert "Der Termin ist aufgehoben" in posted(client, url("unschedule", 2026))
    plan.refresh_from_db()
    assert plan.publish_at is None and plan.has_changes


def test_hour_that_is_set_says_when_a_later_change_has_taken_the_approval() -> None:
    tour = made.year_of_one_tour()
    client = worker()
    posted(client, shift_url(CHRISTMAS), scope="all", moved_to="2026-12-24", reason="Weihnachten")
    posted(client, url("approve", 2026))
    moment = timezone.localtime() + timedelta(days=2)
    page = posted(client, url("schedule", 2026), at=moment.strftime("%Y-%m-%dT%H:%M"))
    assert "die Freigabe fehlt" not in page and "neue Freigabe." in page
    said = f"Der Termin {moment:%d.%m.%Y, %H:%M} Uhr bleibt stehen"
    address = shift_url(date(2026, 12, 18), tour="nord")

    assert said not in page
    assert said in posted(client, address, scope="tour", cancelled="on", reason="Streik")
    row = year_rows()[0]
    assert row.state == f"Termin {moment:%d.%m.%Y, %H:%M} Uhr – aber die Freigabe fehlt"
    assert row.tone == "critical" and row.plan == tour.plan
    page = client.get(url("year", 2026)).content.decode()
    assert "die Freigabe fehlt" in page and "festgelegt von" not in page

    posted(client, url("approve", 2026))
    page = client.get(url("year", 2026)).content.decode()
    assert "die Freigabe fehlt" not in page and "festgelegt von" in page


def test_undo_and_withdrawing() -> None:
    plan = made.published_year().plan
    client = worker()
    posted(client, shift_url(date(2026, 12, 18), tour="nord"), scope="tour", cancelled="on", reason="Streik")
    revision = plan.revisions.get()
    assert url("restore", 2026, revision.pk) in client.get(url("year", 2026)).content.decode()
    posted(client, url("restore", 2026, revision.pk))

    assert not Shift.objects.filter(reason="Streik").exists()
    refused = client.post(url("withdraw", 2026))
    assert refused.status_code == 422 and "begonnen" in refused.content.decode()


def test_grid_shows_where_days_have_gone(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    tour = made.published_year()
    client = worker()
    address = url("grid", 2026) + "?monat=12"
    page = client.get(address).content.decode()
    assert "Restmüll, statt Fr 25.12.: Erster Weihnachtstag" in page
    assert shift_url(CHRISTMAS, art="restmuell", tour="nord").replace("&", "&amp;") in page
    with django_assert_max_num_queries(30) as few:
        client.get(address)
    for number in range(20):
        made.rhythm(made.tour(f"t{number}", streets=()), date(2026, 1, 5))
    with django_assert_max_num_queries(len(few)):
        assert "Tour T19" in client.get(address).content.decode()
    assert client.get(url("grid", 2026) + "?monat=13").status_code == 200 and tour


def test_year_takes_as_many_queries_for_many_shifts(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    plan = made.year_of_one_tour().plan
    client = worker()
    with django_assert_max_num_queries(35) as few:
        client.get(url("year", 2026))
    day = date(2026, 2, 1)
    Shift.objects.bulk_create(
        Shift(plan=plan, tour=plan.tours.get(), planned_on=day + timedelta(days=number), reason="x")
        for number in range(80)
    )
    with django_assert_max_num_queries(len(few)):
        client.get(url("year", 2026))


def test_menu_shows_only_to_the_department() -> None:
    assert "/redaktion/abfuhr/" in worker().get("/redaktion/").content.decode()
    assert (
        "/redaktion/abfuhr/" not in worker("Gartenamt", in_charge=False).get("/redaktion/").content.decode()
    )
