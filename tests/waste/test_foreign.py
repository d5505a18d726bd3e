"""Programs that were written for other calendars run against ours as they are; asked over real HTTP."""

from datetime import date
from html.parser import HTMLParser

import pytest
import requests
from icalendar import Calendar
from pytest_django.live_server_helper import LiveServer

from servicefinder.addresses.models import Address
from servicefinder.waste.models import Fraction
from tests.factories import waste as made

pytestmark = pytest.mark.django_db(transaction=True)


class Options(HTMLParser):
    """Names and values of the options of `<select name="strasse">`, read as such programs read them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str | None] = {}
        self._inside, self._value = False, None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "select":
            self._inside = given.get("name") == "strasse"
        elif tag == "option" and self._inside:
            self._value = given["value"]

    def handle_data(self, data: str) -> None:
        if self._inside and self._value is not None and data.strip():
            self.found[data.strip()] = self._value
            self._value = None


def streets(server: LiveServer, letter: str) -> dict[str, str | None]:
    end = "[" if letter == "Z" else chr(ord(letter) + 1)
    answer = requests.get(f"{server.url}/akal/akal1.php", params={"von": letter, "bis": end}, timeout=20)
    answer.raise_for_status()
    answer.encoding = "utf-8"
    options = Options()
    options.feed(answer.text)
    return options.found


@pytest.mark.parametrize(
    ("letter", "name"),
    [("O", "Ostanlage"), ("Z", "Zu den Mühlen"), ("Ä", "Äußerer Ring"), ("D", "D & C <Weg>")],
)
def test_old_calendar_lists_streets_by_letter(live_server: LiveServer, letter: str, name: str) -> None:
    for each in ("Ostanlage", "Zu den Mühlen", "Äußerer Ring", "Auenweg", "D & C <Weg>"):
        made.street(each)

    assert list(streets(live_server, letter)) == [name]


def test_old_calendar_answers_a_post_without_token(live_server: LiveServer, home: Address) -> None:
    value = streets(live_server, "O")["Ostanlage"]
    answer = requests.post(
        f"{live_server.url}/akal/akal1.php",
        params={"von": "O", "bis": "P"},
        data={"strasse": value, "hausnr": "5", "ical": " iCalendar"},
        timeout=20,
    )

    answer.raise_for_status()
    answer.encoding = "utf-8"
    found = [(str(e["SUMMARY"]), e["DTSTART"].dt) for e in Calendar.from_ical(answer.text).walk("VEVENT")]
    assert found == [
        ("Restmüll", date(2026, 12, 21)),
        ("Biotonne", date(2026, 12, 23)),
        ("Restmüll", date(2026, 12, 28)),
    ]


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({}, 400),
        ({"strasse": "x", "hausnr": "5"}, 400),
        ({"strasse": "1" * 40, "hausnr": "5"}, 400),
        ({"strasse": "ST", "hausnr": ""}, 400),
        ({"strasse": "ST", "hausnr": "fünf"}, 400),
        ({"strasse": "ST", "hausnr": "999"}, 404),
        ({"strasse": "987654", "hausnr": "5"}, 404),
    ],
)
def test_old_calendar_says_what_is_wrong(
    live_server: LiveServer, home: Address, data: dict[str, str], status: int
) -> None:
    data = {name: str(home.street_id) if value == "ST" else value for name, value in data.items()}
    answer = requests.post(f"{live_server.url}/akal/akal1.php", data=data, timeout=20)

    assert answer.status_code == status and answer.headers["Content-Type"].startswith("text/plain")


def test_old_calendar_refuses_letters_in_the_wrong_order(live_server: LiveServer) -> None:
    for query in ("von=C&bis=B", "von=A&bis=A", "von=&bis="):
        answer = requests.get(f"{live_server.url}/akal/akal1.php?{query}", timeout=20)
        assert answer.status_code == 400 and "hinter" in answer.text


def test_rest_shape_as_apps_ask_for_it(live_server: LiveServer, home: Address) -> None:
    made.address("Ostanlage", 12, "a")
    base = f"{live_server.url}/abfall-app/rest"

    def ask(path: str, params: object = None) -> object:
        answer = requests.get(f"{base}/{path}", params=params, timeout=20)  # type: ignore[arg-type]
        answer.raise_for_status()
        return answer.json()

    (city,) = ask("orte")  # type: ignore[misc]
    (street,) = ask(f"orte/{city['id']}/strassen")  # type: ignore[misc]
    detail = ask(f"strassen/{street['id']}")
    fractions = {each["id"]: each["name"] for each in ask("fraktionen")}  # type: ignore[union-attr]
    assert set(city) == {"id", "name"} and street["name"] == "Ostanlage"
    assert detail["name"] == "Ostanlage" and [h["nr"] for h in detail["hausNrList"]] == ["5", "12a"]  # type: ignore[index]
    house = detail["hausNrList"][0]["id"]  # type: ignore[index]
    assert isinstance(house, int) and house < 2**53
    wanted = [("fraktion", pk) for pk in fractions]
    dates = ask(f"hausnummern/{house}/termine", wanted)
    bio = Fraction.objects.get(key="biotonne").pk
    assert {"datum": "2026-12-23", "bezirk": {"fractionId": bio}} not in dates  # type: ignore[operator]
    assert {"datum": "2026-12-23", "bezirk": {"fraktionId": bio}} in dates  # type: ignore[operator]
    assert len(dates) == 3 == len(ask(f"strassen/{street['id']}/termine", wanted))  # type: ignore[arg-type]
    assert [each["datum"] for each in ask(f"hausnummern/{house}/termine", [("fraktion", bio)])] == [
        "2026-12-23"
    ]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("orte/2/strassen", 404),
        ("strassen/987654", 404),
        ("hausnummern/1/termine", 404),
        ("hausnummern/99999999999999999999999999/termine", 404),
        ("strassen/99999999999999999999999999", 404),
        ("strassen/ST/termine?fraktion=x", 400),
    ],
)
def test_rest_shape_answers_mistakes_in_json(
    live_server: LiveServer, home: Address, path: str, status: int
) -> None:
    answer = requests.get(
        f"{live_server.url}/abfall-app/rest/{path.replace('ST', str(home.street_id))}", timeout=20
    )

    assert answer.status_code == status and answer.json()["message"]
