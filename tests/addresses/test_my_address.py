"""One address, all answers: what rooms know is shown, what nobody knows is absent, nothing is kept."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Site

from home.domain.installation import install_home
from home.enums import FacilityKind
from home.models import CitySettings
from servicefinder.addresses.models import Address, Area, AreaRange, DistrictNotice
from servicefinder.addresses.registries import Answer, AnswerLine, AskedAddress, address_answers
from tests.factories import addresses as made
from tests.factories import home as make
from tests.factories import waste
from tests.factories.catalogue import OfficePageFactory, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> Address:
    return made.houses("Ostanlage", "5", latitude=50.5846, longitude=8.6905)[0]


def area(kind: str, name: str, *districts: str, **values) -> Area:  # type: ignore[no-untyped-def]
    made_area = Area.objects.create(kind=kind, name=name, **values)
    made_area.districts.set(made.district(each) for each in districts)
    made_area.save()
    return made_area


def text_of(client: Client, house: Address, prefix: str = "") -> str:
    answer = client.get(f"{prefix}/meine-adresse/{house.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_typed_leads_to_the_address(client: Client, house: Address) -> None:
    made.houses("Ostanlage", "7", "7a")

    assert (
        client.get("/meine-adresse/", {"q": "ostanl 5"}).headers["Location"] == f"/meine-adresse/{house.pk}/"
    )
    several = client.get("/meine-adresse/", {"q": "ostanl 7"}).content.decode()
    assert "Welche Adresse meinen Sie?" in several and "Ostanlage 7 a" in several


@pytest.mark.parametrize("typed", ["", "Nirgendweg 3", "x" * 10_000, "\x00", "5"])
def test_what_is_no_address_is_said_beside_the_field(client: Client, house: Address, typed: str) -> None:
    answer = client.get("/meine-adresse/", {"q": typed})

    assert answer.status_code == 422
    assert 'id="adresse-fehler"' in answer.content.decode()


def test_an_address_that_is_gone_offers_the_field(client: Client) -> None:
    answer = client.get(f"/meine-adresse/{uuid4()}/")

    assert answer.status_code == 404
    assert "Diese Adresse kennen wir nicht (mehr)." in answer.content.decode()


@pytest.mark.parametrize(("prefix", "district"), [("", "Stadtteil"), ("/en", "district")])
def test_address_has_its_town_and_names_the_district_as_such(
    client: Client, house: Address, prefix: str, district: str
) -> None:
    install_home("Teststadt")
    settings = CitySettings.for_site(Site.objects.get(is_default_site=True))
    settings.town = "Teststadt"
    settings.save()

    lead = f"Ostanlage 5, {house.postal_code} Teststadt ({district} {house.district})"
    assert f'<p class="lead">{lead}</p>' in text_of(client, house, prefix)


def test_unknown_parts_are_absent(client: Client, house: Address) -> None:
    text = text_of(client, house)

    assert "Zu dieser Adresse wissen wir noch nichts." in text
    assert "Grundschule" not in text and "Wahllokal" not in text


def test_rooms_tell_what_they_know(client: Client, house: Address) -> None:
    area("school", "Auenschule", "Mitte", place="Wiesenstraße 20")
    area("polling", "Wahlbezirk 03", "Mitte")
    area("polling", "Wahlbezirk 04", "Anderswo")
    waste.collection(waste.tour(year=timezone.localdate().year), timezone.localdate() + timedelta(days=2))

    text = text_of(client, house)

    assert "Auenschule" in text and "Wiesenstraße 20" in text
    assert "Wahlbezirk 03" in text and "Wahlbezirk 04" not in text
    assert "Restmüll" in text and f"/abfuhrkalender/{house.pk}/" in text
    assert "Your primary school" in text_of(client, house, "/en")


def test_an_office_without_an_english_page_has_english_hours(client: Client, house: Address) -> None:
    page = OfficePageFactory(title="Bürgeramt", open=True)
    publish(page)
    area("office", "Bürgeramt", "Mitte", office_id=page.translation_key)

    assert re.search("Bürgeramt.*(Heute bis|Geschlossen)", text_of(client, house), re.DOTALL)
    assert re.search("Bürgeramt.*(Open today until|Closed)", text_of(client, house, "/en"), re.DOTALL)


def test_a_range_of_the_street_goes_before_the_district(client: Client, house: Address) -> None:
    area("school", "Auenschule", "Mitte")
    other = area("school", "Brückenschule")
    AreaRange.objects.create(area=other, street=house.street, parity="odd", last_number=41)
    even = made.houses("Ostanlage", "6")[0]

    assert "Brückenschule" in text_of(client, house)
    assert "Auenschule" in text_of(client, even)


@pytest.mark.parametrize(
    ("starts", "ends", "shown"), [(-1, 1, True), (0, 0, True), (1, 2, False), (-2, -1, False)]
)
def test_notices_of_the_district_are_shown_while_they_hold(
    client: Client, house: Address, starts: int, ends: int, shown: bool
) -> None:
    today = timezone.localdate()
    notice = DistrictNotice.objects.create(
        title="Kein Wasser",
        starts_on=today + timedelta(days=starts),
        ends_on=today + timedelta(days=ends),
    )
    notice.districts.add(made.district())

    assert ("Kein Wasser" in text_of(client, house)) is shown
    calendar = client.get(f"/abfuhrkalender/{house.pk}/").content.decode()
    assert ("Kein Wasser" in calendar) is shown


def test_day_care_nearby_is_an_answer_of_its_own(client: Client, house: Address) -> None:
    install_home("Teststadt")
    here = {"latitude": "50.585", "longitude": "8.69"}
    make.facility_page("Kita Platanenhof", kind=FacilityKind.DAY_CARE, **here)
    make.facility_page("Spielplatz am Ring", kind=FacilityKind.PLAYGROUND, **here)

    for prefix, day_care, others in (
        ("", "Kitas in Ihrer Nähe", "In Ihrer Nähe"),
        ("/en", "Day care near you", "Near you"),
    ):
        found = text_of(client, house, prefix)
        assert "Kita Platanenhof" in found.partition(day_care)[2].partition(others)[0]
        assert "Spielplatz am Ring" in found.partition(others)[2]


class Broken:
    name, rank = "broken", 1

    def answer(self, asked: AskedAddress) -> Answer | None:
        raise RuntimeError("down")


class Greeting:
    name, rank = "greeting", 2

    def answer(self, asked: AskedAddress) -> Answer | None:
        return Answer("Gruß", [AnswerLine(f"Hallo {asked.house}", "/gruss/")])


@pytest.fixture
def own_rooms() -> Iterator[None]:
    with address_answers.fresh():
        address_answers.register(Greeting())
        address_answers.register(Broken())
        yield


def test_a_room_that_fails_takes_nothing_from_the_others(
    client: Client, house: Address, own_rooms: None, caplog: pytest.LogCaptureFixture
) -> None:
    assert "Hallo Ostanlage 5" in text_of(client, house)
    assert "broken" in caplog.text and str(house.pk) not in caplog.text


def test_nothing_keeps_the_address(client: Client, house: Address, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        answer = client.get(f"/meine-adresse/{house.pk}/")
        client.get(f"/en/meine-adresse/{house.pk}/")
        client.get("/meine-adresse/", {"q": "Ostanlage 5"})

    assert not answer.cookies
    assert answer["Cache-Control"] == "private, no-cache" and answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    title = answer.content.decode().partition("</title>")[0]
    assert "Ostanlage" not in title
    assert "/meine-adresse/***/" in caplog.text
    assert str(house.pk) not in caplog.text and "Ostanlage" not in caplog.text


@pytest.mark.parametrize("many", [1, 40])
def test_queries_do_not_grow_with_what_there_is(  # type: ignore[no-untyped-def]
    client: Client, house: Address, many: int, django_assert_max_num_queries
) -> None:
    for number in range(many):
        part = area("school" if number % 2 else "polling", f"Bezirk {number}", f"Teil {number}")
        AreaRange.objects.create(
            area=part, street=house.street, first_number=number * 10, last_number=number * 10 + 9
        )
        notice = DistrictNotice.objects.create(title=f"Hinweis {number}", ends_on=date.max)
        notice.districts.add(made.district())
    text_of(client, house)

    with django_assert_max_num_queries(16):
        text_of(client, house)


class TestSuggestions:
    def test_streets_wait_for_their_number(self, client: Client, house: Address) -> None:
        made.houses("Ostring", "1", part="Osten")

        answer = client.get("/meine-adresse/vorschlaege/", {"q": "ost"}).json()

        assert answer["suggestions"] == [
            {"title": "Ostanlage", "label": "Mitte", "value": "Ostanlage "},
            {"title": "Ostring", "label": "Osten", "value": "Ostring "},
        ]

    def test_houses_are_whole(self, client: Client, house: Address) -> None:
        answer = client.get("/meine-adresse/vorschlaege/", {"q": "ostanl 5"}).json()

        assert answer["suggestions"] == [{"title": "Ostanlage 5", "label": "Mitte", "value": "Ostanlage 5"}]
        assert client.get("/meine-adresse/vorschlaege/").json() == {"suggestions": []}
