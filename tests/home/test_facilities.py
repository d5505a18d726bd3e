from datetime import datetime, time

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import timezone

from home.domain.facilities import open_now, week
from home.enums import FacilityKind, StepFree
from home.models import FacilityHours
from tests.factories import home as make


def hours(weekday, opens, closes):
    return FacilityHours(weekday=weekday, opens=time.fromisoformat(opens), closes=time.fromisoformat(closes))


MONDAY = [hours(0, "14:00", "18:30"), hours(0, "10:00", "12:00")]


@pytest.mark.parametrize(
    ("clock", "sentence", "state"),
    [
        ((9, 0), "Öffnet heute um 10 Uhr", "soon"),
        ((10, 0), "Jetzt geöffnet, bis 12 Uhr", "open"),
        ((12, 0), "Öffnet heute um 14 Uhr", "soon"),
        ((18, 29), "Jetzt geöffnet, bis 18:30 Uhr", "open"),
        ((18, 30), "Jetzt geschlossen, öffnet Montag um 10 Uhr", "closed"),
    ],
)
def test_says_whether_it_is_open_now(clock, sentence, state):
    monday = timezone.make_aware(datetime(2027, 1, 4, *clock))

    assert open_now(MONDAY, monday) == (sentence, state)


def test_a_closed_day_says_when_it_opens_next():
    tuesday = timezone.make_aware(datetime(2027, 1, 5, 11))
    week_days = [*MONDAY, hours(4, "09:00", "12:00"), hours(2, "15:00", "17:00")]

    assert open_now(week_days, tuesday) == ("Jetzt geschlossen, öffnet Mittwoch um 15 Uhr", "closed")


@pytest.mark.parametrize(
    ("open_on", "sentence"),
    [
        ((0, 4, 5), "öffnet Montag um 9 Uhr"),
        ((4,), "öffnet Freitag, 8. Januar, um 9 Uhr"),
    ],
)
def test_holidays_are_passed_over(open_on, sentence):
    christmas_eve = timezone.make_aware(datetime(2026, 12, 24, 18))
    rows = [hours(weekday, "09:00", "12:00") for weekday in open_on]

    assert open_now(rows, christmas_eve) == (f"Jetzt geschlossen, {sentence}", "closed")


def test_on_a_holiday_it_advises_to_ask():
    christmas = timezone.make_aware(datetime(2026, 12, 25, 11))

    sentence, state = open_now([hours(4, "09:00", "18:00")], christmas)

    assert "Feiertag" in sentence
    assert state == "closed"


def test_a_week_has_one_row_for_each_day():
    rows = week([*MONDAY, hours(2, "09:00", "12:00")], today=2)

    assert [(row.days, row.times, row.today) for row in rows] == [
        ("Montag", "10–12 Uhr, 14–18:30 Uhr", False),
        ("Mittwoch", "9–12 Uhr", True),
    ]


def test_closing_before_opening_is_refused(home):
    page = make.facility_page()
    row = hours(0, "18:00", "10:00")
    row.page = page

    with pytest.raises(ValidationError, match="schließt, bevor sie öffnet"):
        row.full_clean()


def test_are_listed_by_kind_and_name(home, client):
    make.facility_page("Waldspielplatz", kind=FacilityKind.PLAYGROUND)
    make.facility_page("Aueplatz", kind=FacilityKind.PLAYGROUND)
    make.facility_page("Stadtbücherei", kind=FacilityKind.LIBRARY)

    html = BeautifulSoup(client.get("/einrichtungen/").content, "html.parser").main

    assert [heading.text for heading in html.find_all("h2")] == ["Bücherei", "Spielplatz"]
    assert [row.text for row in html.select(".result__title")] == [
        "Stadtbücherei",
        "Aueplatz",
        "Waldspielplatz",
    ]


def test_those_with_a_place_are_on_a_map_that_loads_when_it_is_wanted(
    home, client, django_assert_max_num_queries
):
    make.facility_page("Ohne Ort")
    make.facility_page("Kita Storchennest", kind=FacilityKind.DAY_CARE, latitude="50.57", longitude="8.69")
    client.get("/einrichtungen/")
    with django_assert_max_num_queries(10):
        html = BeautifulSoup(client.get("/einrichtungen/").content, "html.parser").main
    assert [place["data-name"] for place in html.select(".map [data-latitude]")] == ["Kita Storchennest"]
    assert html.select_one(".map__places").has_attr("hidden"), "the page itself lists them"
    for number in range(12):
        make.facility_page(f"Kita {number}", kind=FacilityKind.DAY_CARE, latitude="50.57", longitude="8.69")
    with django_assert_max_num_queries(10):
        client.get("/einrichtungen/")


def test_a_page_says_where_when_and_how_to_get_in(home, client):
    page = make.facility_page(
        "Hallenbad",
        kind=FacilityKind.POOL,
        address="Auwiesenweg 1",
        postal_code="35990",
        town="Auenstadt",
        latitude="50.56",
        longitude="8.5",
        telephone="06499 900-1",
        step_free=StepFree.YES,
        accessible_toilet=True,
        access_note="Lift ins Becken",
    )
    page.hours.set([hours(day, "08:00", "20:00") for day in range(7)])
    page.save_revision().publish()

    response = client.get(page.url)

    html = BeautifulSoup(response.content, "html.parser").main
    assert "35990 Auenstadt" in html.address.text
    assert [row.text for row in html.select(".access li")] == [
        "Stufenlos zugänglich",
        "Barrierefreie Toilette",
        "Lift ins Becken",
    ]
    assert len(html.select(".hours tr")) == 7
    assert html.find("a", href="tel:+4964999001")
    assert '"@type":"PublicSwimmingPool"' in response.content.decode()
    assert html.find("a", href=lambda href: href and href.startswith("https://www.openstreetmap.org/"))
