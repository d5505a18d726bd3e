"""The style guide in a real browser: reading, seeing, pressing."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.server("chromium")

PHONE = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 800}
# 1280 pixels at 200 %: half as wide, twice as dense.
ZOOMED = {"width": 640, "height": 400}
SUGGESTIONS = {
    "suggestions": [{"title": "Reisepass", "url": "#pass"}, {"title": "Reisegewerbe", "url": "#gewerbe"}]
}
OVERFLOWING = """() => [...document.querySelectorAll('main *, header *, footer *')]
  .filter((one) => !one.closest('.visually-hidden, [hidden], .table-wrap') && one.getClientRects().length)
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 80))"""

TOO_LOW = """() => [...document.querySelectorAll(
    'header a, footer a, summary, button, select, input, .letters a, .pagination a, .link-list a, .chosen a')]
  .filter((one) => one.checkVisibility() && !one.closest('.visually-hidden, .hours-week'))
  .map((one) => one.closest('label, .kern-form-check') || one)
  .filter((one) => one.getBoundingClientRect().height < 43.5)
  .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing(browser: Browser, gallery: str, size, scheme):
    page = browser.new_context(viewport=size, color_scheme=scheme).new_page()
    page.goto(gallery)

    violations = Axe().run(page).response["violations"]

    assert [(found["id"], [node["html"] for node in found["nodes"]]) for found in violations] == []


@pytest.mark.parametrize("size", [PHONE, ZOOMED, DESKTOP], ids=["320 px", "200 %", "desktop"])
def test_nothing_sticks_out(browser: Browser, gallery: str, size):
    page = browser.new_context(viewport=size).new_page()
    page.goto(gallery)

    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_can_be_pressed_is_large_enough_for_a_thumb(browser: Browser, gallery: str):
    page = browser.new_context(viewport=PHONE, has_touch=True).new_page()
    page.goto(gallery)

    too_low = page.evaluate(TOO_LOW)

    assert too_low == []


def test_menu_opens_without_script_and_closes_with_escape(browser: Browser, gallery: str):
    without = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    without.goto(gallery)
    without.get_by_text("Menü").click()
    expect(without.get_by_role("link", name="Rathaus und Politik")).to_be_visible()

    page = browser.new_context(viewport=PHONE).new_page()
    page.goto(gallery)
    page.get_by_text("Menü").click()
    page.get_by_role("link", name="Rathaus und Politik").focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Rathaus und Politik")).to_be_hidden()
    expect(page.locator("summary", has_text="Menü")).to_be_focused()


def test_menu_is_a_row_of_links_on_wide_screens(browser: Browser, gallery: str):
    page = browser.new_context(viewport=DESKTOP, java_script_enabled=False).new_page()
    page.goto(gallery)

    expect(page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link")).to_have_count(8)
    expect(page.get_by_text("Menü", exact=True)).to_be_hidden()


def test_suggestions_are_chosen_with_the_keyboard(page: Page, gallery: str):
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(content_type="application/json", body=json.dumps(SUGGESTIONS))

    page.route("**/suche/vorschlaege/**", answer)
    page.goto(gallery)
    field = page.get_by_role("search").get_by_label("Was möchten Sie erledigen?")
    field.click()
    expect(field).to_have_role("combobox")
    options = page.get_by_role("listbox").get_by_role("option")
    field.press_sequentially("reise & co")
    expect(options).to_have_count(2)
    field.press("ArrowDown")
    field.press("ArrowDown")

    active = page.get_by_role("listbox").get_by_role("option", selected=True)
    expect(active).to_have_text("Reisegewerbe")
    expect(field).to_have_attribute("aria-activedescendant", active.get_attribute("id") or "")
    assert asked[-1].endswith("/suche/vorschlaege/?q=reise+%26+co")
    field.press("Escape")
    expect(options).to_have_count(0)
    field.press("ArrowDown")
    expect(field).to_have_value("reise & co")


def test_choosing_a_suggestion_leads_there(page: Page, gallery: str):
    page.route("**/suche/vorschlaege/**", lambda route: route.fulfill(json=SUGGESTIONS))
    page.goto(gallery)
    field = page.get_by_role("search").get_by_label("Was möchten Sie erledigen?")
    field.click()
    field.press_sequentially("rei")
    expect(page.get_by_role("listbox").get_by_role("option")).to_have_count(2)

    field.press("ArrowDown")
    field.press("Enter")

    page.wait_for_url("**/#pass")


def test_a_filter_is_sent_at_once_and_keeps_the_focus(page: Page, gallery: str):
    page.set_viewport_size(DESKTOP)
    page.goto(gallery)
    expect(page.get_by_role("button", name="Liste eingrenzen")).to_be_hidden()

    page.get_by_label("Straßenverkehrsamt").first.check()

    page.wait_for_url("**/?amt=buergeramt&amt=strassenverkehrsamt*#amt-strassenverkehrsamt")
    expect(page.locator("#amt-strassenverkehrsamt")).to_be_focused()


def test_forced_colours_keep_edges(browser: Browser, gallery: str):
    page = browser.new_context(viewport=DESKTOP, forced_colors="active").new_page()
    page.goto(gallery)

    for name in (".action-box", ".card", ".kern-alert--flat", ".search__row"):
        style = page.locator(name).first.evaluate("box => getComputedStyle(box).borderStyle")
        assert (name, style) == (name, "solid")


def test_print_keeps_the_text_and_leaves_the_rest(page: Page, gallery: str):
    page.goto(gallery)
    page.emulate_media(media="print", color_scheme="dark")

    for gone in (".site-header__nav", ".site-footer", ".toc", ".share", ".breadcrumb"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.get_by_text("Aufzug, Behinderten-WC, Induktionsschleife")).to_be_visible()
    expect(page.get_by_text("§ 15 Passverordnung (PassV)")).to_be_visible()
    expect(page.locator(".print-only")).to_contain_text("https://www.auenstadt.example/")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_motion_stops_for_those_who_asked(browser: Browser, gallery: str):
    page = browser.new_context(reduced_motion="reduce").new_page()
    page.goto(gallery)

    durations = page.evaluate(
        "[...new Set([...document.querySelectorAll('*')].map((e) => getComputedStyle(e).transitionDuration))]"
    )

    assert durations == ["0s"]


def test_nothing_is_fetched_from_elsewhere(page: Page, gallery: str):
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))

    page.goto(gallery)

    assert hosts == {gallery.split("/")[2]}
    assert page.context.cookies() == []
