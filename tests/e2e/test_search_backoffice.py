"""What editors and departments see of the search: by keyboard, without a barrier, at every size."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .test_backoffice import sign_in
from .test_search import violations

PATH = "/redaktion/suche/"
PAGES = {
    "statistics": "statistik/",
    "nothing found": "statistik/?ansicht=nichts",
    "passed by": "statistik/?ansicht=ungeklickt",
    "refined": "statistik/?ansicht=verfeinert",
    "nothing asked": "statistik/?sprache=de-simple",
    "never found": "ungesehen/",
    "never clicked": "ungesehen/?art=nie-geklickt",
    "second page": "ungesehen/?seite=2",
    "gaps": "luecken/",
    "synonyms": "synonyme/",
    "new synonym": "synonyme/new/?terms=knolle",
    "best bets": "beste-treffer/",
    "new best bet": "beste-treffer/new/?queries=reisepass",
    "released": "freigegeben/",
    "explanation": "erklaerung/?q=reisepas+verloren",
    "explanation of nothing": "erklaerung/?q=xqzvw",
}
VIEWS = {
    "phone, dark": {"viewport": {"width": 320, "height": 700}, "color_scheme": "dark"},
    "tablet, light": {"viewport": {"width": 768, "height": 900}, "color_scheme": "light"},
    "desktop, dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}


@pytest.fixture
def asked(page: Page) -> None:
    """A citizen finds something, finds nothing, and asks again; the counts are written some seconds later."""
    for query in ("reisepass", "luftballonverleih", "sperrmüll"):
        page.goto(f"/suche/?q={query}")
    page.wait_for_timeout(5_000)


def state_of(browser: Browser, city: str, username: str) -> object:
    """One sign-in for all sizes: attempts are limited."""
    context = browser.new_context(base_url=city, locale="de-DE")
    sign_in(context.new_page(), username)
    state = context.storage_state()
    context.close()
    return state


@pytest.mark.slow
def test_editors_pages_are_accessible(
    asked: None, browser: Browser, city: str, new_context: Callable[..., BrowserContext]
) -> None:
    state, problems = state_of(browser, city, "verwaltung"), []

    for size, view in VIEWS.items():
        page = new_context(reduced_motion="reduce", storage_state=state, locale="de-DE", **view).new_page()
        for name, path in PAGES.items():
            page.goto(PATH + path)
            problems += [f"{size}, {name}: {violation}" for violation in violations(page)]
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                problems.append(f"{size}, {name}: wider than the screen")

    assert problems == []


def test_synonym_is_tried_out_by_keyboard(page: Page, asked: None) -> None:
    sign_in(page, "verwaltung")
    page.goto(f"{PATH}statistik/")
    expect(page.get_by_role("img", name=re.compile("Suchen am Tag"))).to_be_visible()

    page.goto(f"{PATH}synonyme/new/")
    page.locator("textarea[name=terms]").focus()
    page.keyboard.type("Luftballonverleih\nReisepass")
    page.get_by_role("button", name="Ausprobieren").focus()
    page.keyboard.press("Enter")

    trial = page.get_by_role("region", name="So sähe es aus")
    expect(trial.get_by_role("status")).to_contain_text("Noch ist nichts gespeichert.")
    expect(trial.get_by_role("table", name=re.compile("Luftballonverleih"))).to_contain_text("Reisepass")
    assert violations(page) == []


def test_department_is_offered_its_own_services_as_best_bets(page: Page) -> None:
    sign_in(page, "freigabe-buergeramt")

    page.goto(f"{PATH}beste-treffer/new/?queries=ausweis")
    names = page.get_by_role("radio")
    expect(names.filter(visible=True).first).to_be_visible()
    assert not [
        name
        for name in names.evaluate_all("all => all.map(a => a.parentElement.innerText)")
        if "Dienstleistung" not in name
    ]
    assert violations(page) == []

    page.goto(f"{PATH}statistik/")
    expect(page).not_to_have_url(re.compile("statistik"))
