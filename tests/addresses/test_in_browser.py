"""By keyboard on a phone: the combobox, the map and its list; and no barrier that axe knows."""

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from servicefinder.addresses.models import Address, Area
from tests.browser_looks import is_fine
from tests.factories import addresses as made

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.server("chromium"),
]


@pytest.fixture
def house() -> Address:
    made.houses("Ostring", "1")
    house = made.houses("Ostanlage", "5", "5a", "7", latitude=50.5846, longitude=8.6845)[0]
    for kind, name in (
        ("school", "Donaudampfschifffahrtsgesellschaftsgrundschule"),
        ("polling", "Wahlbezirk 3"),
    ):
        area = Area.objects.create(kind=kind, name=name, place="Wiesenstraße 20")
        area.districts.set([house.district])
        area.save()
    return house


def test_an_address_is_chosen_by_keyboard_on_a_phone(
    browser: Browser, live_server: LiveServer, house: Address
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{live_server.url}/meine-adresse/")
    field = page.get_by_label("Straße und Hausnummer")
    field.focus()
    expect(field).to_have_attribute("role", "combobox")
    page.keyboard.type("ost")
    expect(page.get_by_role("option")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name="Ostanlage")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Ostanlage ")
    page.keyboard.type("5a")
    expect(page.get_by_role("option")).to_have_count(1)
    is_fine(page, "vorschlaege")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Ostanlage 5 a")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Rund um Ihre Adresse")).to_be_visible()
    page.close()


def test_a_click_fills_the_field_and_the_search_still_follows_links(
    browser: Browser, live_server: LiveServer, house: Address
) -> None:
    page = browser.new_page()
    page.goto(f"{live_server.url}/abfuhrkalender/")
    field = page.get_by_label("Straße und Hausnummer")
    field.click()
    page.keyboard.type("ostanl 7")
    page.get_by_role("option", name="Ostanlage 7").click()

    expect(field).to_have_value("Ostanlage 7")
    expect(field).to_be_focused()
    page.close()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (768, "light"), (1280, "dark")])
def test_the_map_opens_when_asked_and_has_no_barrier(
    browser: Browser, live_server: LiveServer, house: Address, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page, asked, problems = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.goto(f"{live_server.url}/meine-adresse/{house.pk}/")
    is_fine(page, f"adresse-{width}-{scheme}")
    assert not [url for url in asked if "leaflet" in url or "geojson" in url]

    page.get_by_role("button", name="Karte anzeigen").focus()
    page.keyboard.press("Enter")

    mark = page.get_by_role("button", name="Ihre Adresse")
    expect(mark).to_be_visible()
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup-content")).to_have_text("Ihre Adresse")
    expect(page.locator(".leaflet-popup")).to_have_css("opacity", "1")  # Faded in.
    is_fine(page, f"karte-{width}-{scheme}")
    assert all(url.startswith((live_server.url, "data:")) for url in asked)
    assert not problems
    context.close()


def test_without_a_script_there_is_the_list_and_no_button(
    browser: Browser, live_server: LiveServer, house: Address
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/meine-adresse/{house.pk}/")

    expect(page.get_by_role("button", name="Karte anzeigen")).to_have_count(0)
    expect(page.locator(".map__places li").first).to_have_text("Ihre Adresse")
    page.close()
