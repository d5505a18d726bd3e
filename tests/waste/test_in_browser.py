"""By keyboard on a phone, and without any barrier that axe knows."""

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from servicefinder.addresses.models import Address
from servicefinder.waste.models import WasteItem
from tests.browser_looks import is_fine, overhang
from tests.factories import waste as made

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.server("chromium"),
]


def test_address_is_found_by_keyboard_on_a_phone(
    browser: Browser, live_server: LiveServer, home: Address
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page.goto(f"{live_server.url}/abfuhrkalender/")
    page.get_by_label("Straße und Hausnummer").focus()
    page.keyboard.type("ostanl 5")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Die nächsten Abfuhren")).to_be_visible()
    way = page.get_by_role("link", name="Auf iPhone, iPad und Mac abonnieren")
    way.focus()
    assert (way.get_attribute("href") or "").startswith("webcal://")
    page.close()


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_and_nothing_wider_than_the_screen(
    browser: Browser, live_server: LiveServer, home: Address, width: int, scheme: str
) -> None:
    made.fraction("Donaudampfschifffahrtsgesellschaftsabfälle", "lang", colour="#f2c500")
    made.collection(
        made.tour(streets=()),
        made.CHANGED.date().replace(month=12, day=27),
        made.fraction(key="lang"),
        reason="Verschoben wegen der Grundstücksverkehrsgenehmigungszuständigkeitsübertragung",
        planned=made.CHANGED.date().replace(month=12, day=26),
    )
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    WasteItem.objects.create(slug="farbe", name="Farbe", name_en="Paint", place="hazardous", hint="Trocken.")
    page = context.new_page()
    for name, path in {
        "suche": "/abfuhrkalender/?q=nirgends",
        "liste": f"/abfuhrkalender/{home.pk}/",
        "kalender": f"/abfuhrkalender/{home.pk}/?ansicht=kalender",
        "erinnerung": f"/abfuhrkalender/{home.pk}/erinnerung/",
        "wohin": "/abfuhrkalender/wohin/",
        "where": "/en/abfuhrkalender/wohin/",
        "akal": "/akal/akal1.php?von=O&bis=P",
    }.items():
        page.goto(f"{live_server.url}{path}")
        is_fine(page, f"{name}-{width}-{scheme}")
    context.close()


def test_printed_it_is_the_dates_alone(browser: Browser, live_server: LiveServer, home: Address) -> None:
    page = browser.new_page(viewport={"width": 760, "height": 1000})
    page.emulate_media(media="print")
    for view in ("", "?ansicht=kalender"):
        page.goto(f"{live_server.url}/abfuhrkalender/{home.pk}/{view}")
        assert overhang(page) <= 0
        expect(page.get_by_role("heading", name="Alle Termine")).to_be_visible()
        expect(page.get_by_text("Ostanlage 5")).to_be_visible()
        expect(page.get_by_role("heading", name="In Ihren Kalender")).to_be_hidden()
        expect(page.get_by_role("navigation").locator("visible=true")).to_have_count(0)
    page.close()
