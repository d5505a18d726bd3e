"""An editor's change reaches the public page and the search; nothing in the back office calls out."""

import re
import time
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from democity.people import DEMO_PASSWORD

SEARCH_SECONDS = 150  # A city that was just made has pictures to draw first.


def sign_in(page: Page, username: str) -> None:
    page.goto("/redaktion/")
    page.locator("input[name=username]").fill(username)
    page.locator("input[name=password]").fill(DEMO_PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("^http://[^/]+/redaktion/$"))


def edit_address(page: Page, slug: str) -> str:
    """Address of a service's edit form, by the interface that the page chooser uses."""
    answer = page.request.get(f"/redaktion/api/main/pages/?type=catalogue.ServicePage&slug={slug}")
    [item] = answer.json()["items"]
    return f"/redaktion/pages/{item['id']}/edit/"


def test_a_change_is_published_found_and_stays_in_house(page: Page, city: str):
    requested = []
    page.on("request", lambda request: requested.append(request.url))
    sign_in(page, "verwaltung")

    page.goto(edit_address(page, "fischereischein"))
    expect(page.get_by_role("tab").first).to_be_visible()
    page.locator("input[name=title]").fill("Fischereischein beantragen und verlängern")
    page.get_by_role("button", name=re.compile("Mehr Aktionen|More actions")).first.click()
    with page.expect_navigation():  # Its address may be that of the form again.
        page.locator("button[name=action-publish]").click()

    page.goto("/dienstleistungen/fischereischein/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Fischereischein beantragen und verlängern")
    assert found_by_search(page, "Fischereischein verlängern", "Fischereischein beantragen und verlängern")
    assert {urlsplit(url).netloc for url in requested if url.startswith("http")} == {urlsplit(city).netloc}


def found_by_search(page: Page, query: str, title: str) -> bool:
    """Ask until the worker has brought the index up to date."""
    deadline = time.monotonic() + SEARCH_SECONDS
    while time.monotonic() < deadline:
        page.goto(f"/suche/?q={query}")
        if page.get_by_role("main").get_by_role("link", name=title).count():
            return True
        page.wait_for_timeout(500)
    return False


def test_an_author_sees_no_other_departments_drafts(page: Page):
    sign_in(page, "autorin-buergeramt")

    page.goto("/redaktion/")
    expect(page.locator("body")).to_contain_text("Jana")
    page.goto("/redaktion/pages/search/?q=Kita")

    assert page.locator("main a[href*='/edit/']").count() == 0


def test_the_date_picker_replaces_no_date_that_was_typed(page: Page):
    sign_in(page, "verwaltung")
    page.goto("/redaktion/snippets/home/notice/add/")
    ends_at = page.locator("input[name=ends_at]")

    for typed in ("31.12.2027 18:00", "31.02.2027 18:00", "morgen"):
        ends_at.fill(typed)
        page.locator("input[name=title]").click()
        page.wait_for_timeout(300)
        assert ends_at.input_value() == typed


def test_a_list_of_pages_fits_on_a_phone(phone: Page):
    sign_in(phone, "verwaltung")
    phone.goto("/redaktion/pages/3/")

    expect(phone.locator("table.listing th", has_text="Titel")).to_be_visible()
    expect(phone.locator("table.listing th", has_text="Typ")).to_be_hidden()
    assert phone.evaluate("document.querySelector('table.listing').scrollWidth <= innerWidth")
