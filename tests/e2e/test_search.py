"""The search as people use it: suggestions by keyboard, filters, every state accessible, at every size."""

import json
import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Route, expect

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
STATES = {
    "results": "/suche/?q=ausweis",
    "in English": "/en/suche/?q=identity+card",
    "corrected": "/suche/?q=reisepas+beantrgen",
    "answered": "/suche/?q=%C3%B6ffnungszeiten+b%C3%BCrgerb%C3%BCro",
    "filtered": "/suche/?q=ausweis&type=service&amt=Standesamt&lebenslage=heiraten",
    "filtered to nothing": "/suche/?q=ausweis&amt=Standesamt&online=yes",
    "near words": "/suche/?q=hundsteur&genau=1",
    "nothing found": "/suche/?q=xqzvw",
    "empty": "/suche/",
}
VIEWS = {
    "phone, dark": {"viewport": {"width": 320, "height": 700}, "color_scheme": "dark"},
    "tablet, light": {"viewport": {"width": 768, "height": 900}, "color_scheme": "light"},
    "desktop, light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
}


def violations(page: Page) -> list[str]:
    results = Axe().run(page, options={"runOnly": RULES})
    return [f"{each['id']} {each['nodes'][0]['target']}" for each in results.response["violations"]]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_every_state_is_accessible(
    view: dict[str, object], new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(reduced_motion="reduce", **view).new_page()
    problems = []

    for name, path in STATES.items():
        page.goto(path)
        problems += [f"{name}: {violation}" for violation in violations(page)]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            problems.append(f"{name}: wider than the screen")

    assert problems == []


def test_suggestions_by_keyboard(page: Page) -> None:
    page.goto("/suche/")
    field = page.locator("#suche-seite")
    field.press_sequentially("reisepas")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Reisepass beantragen")
    expect(field).to_have_attribute("role", "combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text(re.compile(r"^\d+ Vorschläge$"))).to_have_count(1)
    assert violations(page) == []

    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")

    page.keyboard.press("Home")
    assert field.evaluate("field => field.selectionStart") == 0
    page.keyboard.press("End")
    assert field.evaluate("field => field.selectionStart") == len("reisepas")

    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("reisepas")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))

    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/dienstleistungen/reisepass/$"))


def test_enter_without_a_choice_searches_what_was_typed(page: Page) -> None:
    page.goto("/suche/")
    page.locator("#suche-seite").press_sequentially("reisepas")
    expect(page.get_by_role("listbox")).to_be_visible()

    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/suche/\?q=reisepas$"))


def test_late_answer_to_an_outdated_question_is_not_shown(page: Page) -> None:
    asked: list[str] = []
    late: list[Route] = []

    def answer(route: Route) -> None:
        query = route.request.url.split("q=")[1]
        asked.append(query)
        if len(asked) == 1:
            late.append(route)
            return
        found = [{"title": f"Antwort auf {query}", "url": "/", "type": "x", "label": "x", "action": ""}]
        route.fulfill(content_type="application/json", body=json.dumps({"suggestions": found}))

    page.route("**/suche/vorschlaege/**", answer)
    page.goto("/suche/")
    field = page.locator("#suche-seite")
    with page.expect_request("**/suche/vorschlaege/**"):
        field.press_sequentially("re")
    field.press_sequentially("is")

    expect(page.get_by_role("option")).to_have_text(["Antwort auf reisx"])
    assert (asked, len(late)) == (["re", "reis"], 1)


def test_suggestions_move_nothing(page: Page) -> None:
    page.goto("/suche/?q=ausweis")
    before = page.locator(".result").first.bounding_box()

    page.locator("#suche-seite").press_sequentially("e")
    page.get_by_role("option").first.wait_for()

    assert page.locator(".result").first.bounding_box() == before


def test_filters_without_javascript_and_back(without_script: Page) -> None:
    page = without_script
    page.goto("/suche/?q=ausweis")
    page.get_by_text("Ergebnisse eingrenzen").first.click()
    page.get_by_label(re.compile("Standorte")).check()
    page.get_by_label(re.compile("Ämter")).check()
    page.get_by_role("button", name="Anwenden").click()
    expect(page).to_have_url(re.compile(r"\?q=ausweis&type=office&type=department$"))

    page.get_by_role("link", name="Ämter weglassen").click()
    expect(page).to_have_url(re.compile(r"\?q=ausweis&type=office$"))
    page.go_back()
    page.go_back()

    expect(page).to_have_url(re.compile(r"\?q=ausweis$"))


def test_description_for_browsers_is_named_but_not_fetched(page: Page) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))

    page.goto("/", wait_until="networkidle")

    expect(page.locator("link[rel=search]")).to_have_attribute("href", "/opensearch.xml")
    assert not [url for url in requests if "opensearch" in url]
