"""Places on a map, by keyboard on a phone; the page itself is the list of them."""

import re

from playwright.sync_api import Page, expect

from tests.browser_looks import is_fine


def test_facilities_are_looked_at_on_the_map(phone: Page):
    phone.goto("/einrichtungen/")
    phone.get_by_role("button", name="Karte anzeigen").press("Enter")

    mark = phone.get_by_role("button", name=re.compile("^Freibad"))
    expect(mark).to_have_text("")
    mark.press("Enter")
    popup = phone.locator(".leaflet-popup")
    expect(popup).to_have_css("opacity", "1")
    is_fine(phone, "einrichtungen-karte")
    popup.get_by_role("link", name=re.compile("^Freibad")).press("Enter")

    expect(phone.get_by_role("heading", level=1)).to_contain_text("Freibad")
