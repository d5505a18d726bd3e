"""Pages of the waste calendar, the interface, the feed and the sheet."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from pypdf import PdfReader

from servicefinder.addresses.domain.street_keys import write_keys
from servicefinder.addresses.models import Address, Street
from servicefinder.waste.models import Change, Collection, Fraction, Plan
from tests.factories import waste as made


def test_address_is_found_as_people_type_it(client: Client, home: Address) -> None:
    for typed in ("Ostanlage 5", "ostanlage 5", "OSTANL 5", "  ostanlage   5 "):
        response = client.get("/abfuhrkalender/", {"q": typed})
        assert response.status_code == 302 and response["Location"] == f"/abfuhrkalender/{home.pk}/"


def test_several_addresses_are_offered(client: Client, home: Address) -> None:
    made.address("Ostanlage", 7)
    text = client.get("/abfuhrkalender/", {"q": "ostanlage"}).content.decode()

    assert "Welche Adresse meinen Sie?" in text and "Ostanlage 5" in text and "Ostanlage 7" in text


@pytest.mark.parametrize(
    "typed", ["", "   ", "Nirgendweg 3", "Ostanlage 999999999", "x" * 10_000, "\x00", "💣 5"]
)
def test_what_is_no_address_is_said_beside_the_field(client: Client, home: Address, typed: str) -> None:
    response = client.get("/abfuhrkalender/", {"q": typed})

    assert response.status_code == 422
    text = response.content.decode()
    assert 'aria-describedby="adresse-hinweis adresse-fehler"' in text
    assert typed.strip("\x00 ")[:100] in text


def test_a_number_that_is_not_there_offers_the_nearest_houses(client: Client, home: Address) -> None:
    for number in (1, 7, 9, 30, 40, 50, 60, 70):
        made.address("Ostanlage", number)
    write_keys(list(Street.objects.all()))
    for typed in ("Ostanlage 8", "ostanlge 8", "ostanl. 8a"):
        response = client.get("/abfuhrkalender/", {"q": typed})
        text = response.content.decode()

        assert response.status_code == 422 and "kennen wir dort nicht: Ostanlage." in text
        assert re.findall(r">(Ostanlage \d+)<", text) == [f"Ostanlage {n}" for n in (1, 5, 7, 9, 30, 40)]


def test_page_says_what_comes_next(client: Client, home: Address) -> None:
    response = client.get(f"/abfuhrkalender/{home.pk}/")
    text = response.content.decode()

    assert "Heute Abend rausstellen" in text and "morgen" in text
    assert "statt Fr 25.12." in text and "1. Weihnachtstag" in text
    assert "<s>Biotonne</s> <strong>entfällt</strong> (Sturm, Eis; Schnee)" in text
    assert 'href="webcal://' in text and "calendar.google.com" in text
    assert "Ostanlage" not in text[: text.index("<body")]
    assert response["Referrer-Policy"] == "no-referrer" and "noindex" in response["X-Robots-Tag"]
    assert not response.cookies


def test_page_as_calendar_is_a_table_with_names(client: Client, home: Address) -> None:
    text = client.get(f"/abfuhrkalender/{home.pk}/?ansicht=kalender").content.decode()

    assert "<caption>Abfuhren im Dezember 2026</caption>" in text
    assert '<time datetime="2026-12-28">28</time>' in text


def test_page_in_english(client: Client, home: Address) -> None:
    text = client.get(f"/en/abfuhrkalender/{home.pk}/").content.decode()

    assert "Put it out this evening" in text and "Organic waste" in text and "instead of Fri 25/12" in text


def test_choice_of_fractions_holds_for_page_and_calendar(client: Client, home: Address) -> None:
    bio = Fraction.objects.get(key="biotonne")
    text = client.get(f"/abfuhrkalender/{home.pk}/?art={bio.pk}&alarm=abend").content.decode()

    assert "statt Fr 25.12." not in text and f'id="art-{bio.pk}" checked' in " ".join(text.split())


def test_hostile_names_stay_names(client: Client, home: Address) -> None:
    Fraction.objects.update(name_en="<script>alert(1)</script>", colour='"><b>')
    Collection.objects.update(reason="<img src=x>")
    for view in ("", "?ansicht=kalender"):
        text = client.get(f"/en/abfuhrkalender/{home.pk}/{view}").content.decode()
        assert "<script>alert" not in text and "<img src=x>" not in text and '"><b>' not in text


def test_unknown_address_offers_the_field(client: Client, db: None) -> None:
    response = client.get("/abfuhrkalender/00000000-0000-4000-8000-000000000000/")

    assert response.status_code == 404 and 'name="q"' in response.content.decode()


def test_page_takes_few_queries_for_one_day_and_for_many(
    client: Client, home: Address, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    path = f"/abfuhrkalender/{home.pk}/"
    client.get(path)
    with django_assert_max_num_queries(6):
        client.get(path)
    tour = made.tour("nord", streets=())
    for month in range(1, 13):
        for day in range(1, 28):
            made.collection(tour, date(2027, month, day))
    with django_assert_max_num_queries(6):
        client.get(path)


def test_interface_answers_as_promised(client: Client, home: Address) -> None:
    answer = client.get("/api/v1/waste/dates", {"street": "ostanlage", "number": "5", "from": "2026-12-22"})

    found = answer.json()
    assert set(found) == {"address", "ics", "dates"} and found["address"] == "Ostanlage 5"
    assert found["dates"] == [
        {"date": "2026-12-23", "fraction": "Biotonne", "shifted_from": None, "note": ""},
        {
            "date": "2026-12-28",
            "fraction": "Restmüll",
            "shifted_from": "2026-12-25",
            "note": "Statt Fr 25.12.2026: 1. Weihnachtstag",
        },
    ]
    assert (
        client.get(
            found["ics"].partition("/abfuhr")[2] and "/abfuhr" + found["ics"].partition("/abfuhr")[2]
        ).status_code
        == 200
    )
    assert answer["ETag"] and "waste/dates" in client.get("/api/v1/openapi.json").content.decode()


@pytest.mark.parametrize(
    ("query", "status", "parameter"),
    [
        ({"street": "ostanlage"}, 422, "number"),
        ({"number": "5"}, 422, "street"),
        ({"street": "ostanlage", "number": "fünf"}, 422, "number"),
        ({"street": "ostanlage", "number": "5", "from": "2026-13-01"}, 422, "from"),
        ({"street": "ostanlage", "number": "5", "from": "2026-12-24", "to": "2026-12-01"}, 422, "to"),
        ({"street": "ostanlage", "number": "5", "fraction": "Gold"}, 422, "fraction"),
        ({"street": "x" * 10_000, "number": "5"}, 422, "street"),
        ({"street": "ostanlage", "number": "999"}, 404, ""),
        ({"street": "nirgendweg", "number": "5"}, 404, ""),
    ],
)
def test_interface_says_what_is_wrong(
    client: Client, home: Address, query: dict[str, str], status: int, parameter: str
) -> None:
    answer = client.get("/api/v1/waste/dates", query)

    assert answer.status_code == status and answer["Content-Type"] == "application/problem+json"
    if parameter:
        assert parameter in [each["parameter"] for each in answer.json()["errors"]]


def test_interface_takes_the_last_day_of_all(client: Client, home: Address) -> None:
    query = {"street": "ostanlage", "number": "5", "from": "9999-12-31"}

    assert client.get("/api/v1/waste/dates", query).json()["dates"] == []


def test_feed_tells_of_shifts_of_public_plans(client: Client, home: Address) -> None:
    plan = Plan.objects.get()
    tour = plan.tours.get()
    Change.objects.create(
        plan=plan,
        tour=tour,
        fraction=made.fraction(),
        planned_on=date(2026, 12, 25),
        day_before=date(2026, 12, 25),
        day_after=date(2026, 12, 28),
        reason="1. Weihnachtstag",
    )
    response = client.get("/abfuhrkalender/aenderungen.atom")

    text = response.content.decode()
    assert response["Content-Type"].startswith("application/atom+xml")
    assert "statt Freitag, 25. Dezember 2026 nun Montag, 28. Dezember 2026" in text
    known = {"if-none-match": response["ETag"]}
    assert client.get("/abfuhrkalender/aenderungen.atom", headers=known).status_code == 304
    Plan.objects.update(state="draft")
    assert "<entry>" not in client.get("/abfuhrkalender/aenderungen.atom", headers=known).content.decode()


def test_year_is_one_accessible_page(client: Client, home: Address) -> None:
    tour = made.tour("nord", streets=())
    bio, paper = made.fraction("Biotonne", "biotonne"), made.fraction("Altpapier", "altpapier")
    for month in range(1, 12):
        for day in (1, 4, 8, 11, 15, 18, 22, 25, 28):
            made.collection(tour, date(2026, month, day), bio if day % 2 else paper)
    response = client.get(f"/abfuhrkalender/{home.pk}/2026.pdf")

    reader = PdfReader(BytesIO(response.content))
    catalog = reader.trailer["/Root"]
    assert len(reader.pages) == 1 and catalog["/Lang"] == "de" and "/StructTreeRoot" in catalog
    assert b"pdfuaid" in catalog["/Metadata"].get_data()
    text = reader.pages[0].extract_text()
    assert "Tour Nord" in text and "Dezember" in text and "Ostanlage" not in text


@pytest.mark.parametrize("year", [0, 1999, 9999, 2030])
def test_year_without_dates_has_no_sheet(client: Client, home: Address, year: int) -> None:
    assert client.get(f"/abfuhrkalender/{home.pk}/{year}.pdf").status_code == 404
