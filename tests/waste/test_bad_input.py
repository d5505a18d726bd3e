"""Mistakes at every interface: a clear answer in the format of that interface, and never a 500."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from icalendar import Calendar

from servicefinder.addresses.models import Address
from servicefinder.waste.domain.house_numbers import number_of
from servicefinder.waste.domain.subscriptions import HouseholdChoice, token_for
from servicefinder.waste.models import Plan

LONG = "x" * 10_000
HTML, PLAIN, JSON = "text/html", "text/plain", "application/json"
PROBLEM, CALENDAR, ATOM = "application/problem+json", "text/calendar", "application/atom+xml"
UNKNOWN = uuid4()


@dataclass(frozen=True)
class Mistake:
    """What is asked of which address; the answer's status, its type and what it must say."""

    what: str
    ask: Callable[[Client, Address], HttpResponse]
    status: int
    kind: str
    says: str = ""


def get(path: str, **query: object) -> Callable[[Client, Address], HttpResponse]:
    """`{home}`, `{street}`, `{house}` and `{token}` of the path stand for those of a good address."""

    def ask(client: Client, home: Address) -> HttpResponse:
        filled = {name: _filled(value, home) for name, value in query.items()}
        return client.get(_filled(path, home), filled)

    return ask


def post(path: str, **data: str) -> Callable[[Client, Address], HttpResponse]:
    def ask(client: Client, home: Address) -> HttpResponse:
        filled = {name: _filled(value, home) for name, value in data.items()}
        return client.post(_filled(path, home), filled, headers={"sec-fetch-site": "same-origin"})

    return ask


def _filled(value: object, home: Address) -> str:
    names = {
        "{home}": str(home.pk),
        "{street}": str(home.street_id),
        "{house}": str(number_of(home.street_id, home.number, home.suffix)),
        "{token}": token_for(HouseholdChoice.of(home.pk)),
        "{lost}": token_for(HouseholdChoice.of(UNKNOWN)),
    }
    text = str(value)
    for name, content in names.items():
        text = text.replace(name, content)
    return text


API, AKAL, REST = "/api/v1/waste/dates", "/akal/akal1.php", "/abfall-app/rest"
OST = {"street": "Ostanlage", "number": "5"}
MISTAKES = [
    Mistake("unknown street", get("/abfuhrkalender/", q="Nirgendweg 5"), 422, HTML, "kennen wir nicht"),
    Mistake("unknown number", get("/abfuhrkalender/", q="Ostanlage 4711"), 422, HTML, "wir dort nicht"),
    Mistake("long street", get("/abfuhrkalender/", q=LONG), 422, HTML, "kennen wir nicht"),
    Mistake("unknown address", get(f"/abfuhrkalender/{UNKNOWN}/"), 404, HTML, "kennen wir nicht"),
    Mistake("no address", get(f"/abfuhrkalender/{LONG}/"), 404, HTML),
    Mistake("unknown address, PDF", get(f"/abfuhrkalender/{UNKNOWN}/2026.pdf"), 404, HTML, "kennen wir"),
    Mistake("year without plan, PDF", get("/abfuhrkalender/{home}/2031.pdf"), 404, HTML, "noch nichts"),
    Mistake("year of ten digits", get("/abfuhrkalender/{home}/9999999999.pdf"), 404, HTML),
    Mistake(
        "unknown address, file", get(f"/abfuhrkalender/{UNKNOWN}/kalender.ics"), 410, PLAIN, "nicht mehr"
    ),
    Mistake(
        "lost address, calendar", get("/abfuhrkalender/abo/{lost}/kalender.ics"), 410, PLAIN, "nicht mehr"
    ),
    Mistake("cut token", get("/abfuhrkalender/abo/K1abc/kalender.ics"), 404, PLAIN, "vollständig"),
    Mistake("long token", get(f"/abfuhrkalender/abo/{LONG}/kalender.ics"), 404, PLAIN, "vollständig"),
    Mistake("unknown address, mail", get(f"/abfuhrkalender/{UNKNOWN}/erinnerung/"), 404, HTML),
    Mistake("no e-mail", post("/abfuhrkalender/{home}/erinnerung/", email=LONG), 422, HTML, "E-Mail-Adresse"),
    Mistake("unknown link", get("/abfuhrkalender/erinnerung/abc/"), 410, HTML, "gilt nicht"),
    Mistake("unknown link to end", get("/abfuhrkalender/erinnerung/abc/abmelden/"), 404, HTML, "gilt nicht"),
    Mistake("long thing", get("/abfuhrkalender/wohin/", q=LONG), 200, HTML, "nichts gefunden"),
    Mistake("API: unknown street", get(API, street="Nirgendweg", number="5"), 404, PROBLEM),
    Mistake("API: unknown number", get(API, street="Ostanlage", number="999999"), 404, PROBLEM),
    Mistake("API: no number", get(API, street="Ostanlage", number="fünf"), 422, PROBLEM, "number"),
    Mistake("API: huge number", get(API, street="Ostanlage", number="9" * 20), 422, PROBLEM, "number"),
    Mistake("API: long street", get(API, street=LONG, number="5"), 422, PROBLEM, "street"),
    Mistake("API: no date", get(API, **OST, **{"from": "31.12.2026"}), 422, PROBLEM, "from"),
    Mistake("API: no such day", get(API, **OST, to="2027-02-29"), 422, PROBLEM, "to"),
    Mistake(
        "API: swapped", get(API, **OST, **{"from": "2027-01-02", "to": "2027-01-01"}), 422, PROBLEM, "to"
    ),
    Mistake("API: unknown fraction", get(API, **OST, fraction=LONG), 422, PROBLEM, "fraction"),
    Mistake("akal: swapped letters", get(AKAL, von="C", bis="B"), 400, PLAIN, "hinter"),
    Mistake("akal: long letter", get(AKAL, von=LONG, bis="B"), 400, PLAIN, "hinter"),
    Mistake("akal: unknown street", post(AKAL, strasse="987654", hausnr="5"), 404, PLAIN, "gibt es"),
    Mistake("akal: name of a street", post(AKAL, strasse=LONG, hausnr="5"), 400, PLAIN, "strasse"),
    Mistake("akal: unknown number", post(AKAL, strasse="{street}", hausnr="4711"), 404, PLAIN, "Hausnummer"),
    Mistake("akal: no number", post(AKAL, strasse="{street}", hausnr=LONG), 400, PLAIN, "hausnr"),
    Mistake("REST: unknown city", get(f"{REST}/orte/7/strassen"), 404, JSON, "Ort"),
    Mistake("REST: unknown street", get(f"{REST}/strassen/987654"), 404, JSON, "Straße"),
    Mistake("REST: huge street", get(f"{REST}/strassen/{'9' * 40}/termine"), 404, JSON, "Straße"),
    Mistake("REST: unknown house", get(f"{REST}/hausnummern/1/termine"), 404, JSON, "Hausnummer"),
    Mistake(
        "REST: no fraction", get(f"{REST}/hausnummern/{{house}}/termine", fraktion=LONG), 400, JSON, "Zahl"
    ),
    Mistake("REST: fraction 0", get(f"{REST}/hausnummern/{{house}}/termine", fraktion="0"), 200, JSON),
    Mistake("feed", get("/abfuhrkalender/aenderungen.atom", seit=LONG), 200, ATOM),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_mistake_is_answered_in_the_format_of_its_interface(
    client: Client, home: Address, mistake: Mistake
) -> None:
    response = mistake.ask(client, home)

    assert (response.status_code, response["Content-Type"].partition(";")[0]) == (
        mistake.status,
        mistake.kind,
    )
    assert mistake.says in response.content.decode()
    assert not response.cookies


def test_withdrawn_tour_leaves_no_day_anywhere(client: Client, home: Address) -> None:
    Plan.objects.update(state="draft")

    def text(ask: Callable[[Client, Address], HttpResponse]) -> str:
        response = ask(client, home)
        assert response.status_code == 200
        return response.content.decode()

    assert "noch nichts veröffentlicht" in text(get("/abfuhrkalender/{home}/"))
    for ask in (
        get("/abfuhrkalender/{home}/kalender.ics"),
        get("/abfuhrkalender/abo/{token}/kalender.ics"),
        post(AKAL, strasse="{street}", hausnr="5"),
    ):
        assert not Calendar.from_ical(text(ask)).walk("VEVENT")
    assert '"dates": []' in text(get(API, **OST))
    assert text(get(f"{REST}/hausnummern/{{house}}/termine")) == "[]"
    assert get("/abfuhrkalender/{home}/2026.pdf")(client, home).status_code == 404
    assert date(2026, 12, 21).isoformat() not in text(get("/abfuhrkalender/{home}/?ansicht=kalender"))
