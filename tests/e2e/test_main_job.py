"""A citizen finds a service, reads what is needed, and reaches where to do it."""

import re

from playwright.sync_api import Page, expect


def test_from_a_search_in_own_words_to_the_action(phone: Page):
    phone.goto("/")

    phone.get_by_role("searchbox").first.fill("Reisepass")
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(re.compile(r"/suche/\?q=Reisepass"))
    phone.get_by_role("main").get_by_role("link", name="Reisepass beantragen").first.click()

    expect(phone.get_by_role("heading", level=1)).to_contain_text("Reisepass beantragen")
    expect(phone.get_by_role("main")).to_contain_text("37,50\u00a0€")
    expect(phone.get_by_role("main")).to_contain_text("06499 900-1200")


def test_the_same_without_javascript(without_script: Page):
    without_script.goto("/")

    without_script.get_by_role("searchbox").first.fill("Sperrmüll")
    without_script.keyboard.press("Enter")
    expect(without_script).to_have_url(re.compile(r"/suche/"))
    without_script.get_by_role("main").get_by_role("link", name=re.compile("Sperrmüll")).first.click()

    expect(without_script.get_by_role("heading", level=1)).to_contain_text("Sperrmüll")


def test_filters_of_the_finder_live_in_the_address_and_work_without_javascript(without_script: Page):
    without_script.goto("/dienstleistungen/")
    without_script.get_by_text("Liste eingrenzen").first.click()
    without_script.get_by_text("Lebenslage", exact=True).first.click()
    without_script.get_by_label(re.compile("Umziehen")).check()
    without_script.get_by_role("button", name="Liste eingrenzen").click()

    expect(without_script).to_have_url(re.compile("umziehen"))
    results = without_script.get_by_role("main")
    expect(results).to_contain_text("Wohnsitz")

    without_script.reload()
    expect(results).to_contain_text("Wohnsitz")


def test_the_whole_way_by_keyboard(page: Page):
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", re.compile("^#"))  # the skip link
    for _ in range(40):
        if page.locator(":focus").get_attribute("type") == "search":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("Personalausweis")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/suche/"))

    for _ in range(60):
        page.keyboard.press("Tab")
        if "Personalausweis beantragen" in (page.locator(":focus").inner_text() or ""):
            break
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Personalausweis")
