"""A case from the citizen's side in a real browser, without JavaScript."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]


def test_wrong_pair_is_explained_without_script(without_script: Page) -> None:
    page = without_script
    page.goto("/vorgang/")
    page.get_by_label("Aktenzeichen").fill("2019 000001 9")
    page.get_by_label("Zugangscode").fill("k1 aaaa bbbb cccc dddd")
    page.wait_for_timeout(2100)  # A form that is sent within two seconds comes from a robot.
    page.get_by_role("button", name="Vorgang öffnen").click()

    expect(page.get_by_role("alert")).to_contain_text("passen nicht zusammen")
    expect(page.get_by_label("Aktenzeichen")).to_have_value("2019 000001 9")


def test_pages_around_a_case_are_accessible(page: Page) -> None:
    problems = []
    for path in (
        "/vorgang/",
        "/vorgang/link/",
        "/vorgang/link/gesendet/",
        "/vorgang/K1-AAAA-BBBB-CCCC-DDDD/",
    ):
        page.goto(path)
        results = Axe().run(page, options={"runOnly": TAGS})
        problems += [
            f"{path}: {each['id']} {each['nodes'][0]['target']}" for each in results.response["violations"]
        ]

    assert problems == []
