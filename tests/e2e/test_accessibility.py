"""No axe violation on any page type, light and dark, narrow and zoomed; nothing wider than the screen."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from .pages import LISTS, PAGE_TYPES

VIEWS = {
    "phone, light": {"viewport": {"width": 320, "height": 700}, "color_scheme": "light"},
    "phone, dark": {"viewport": {"width": 320, "height": 700}, "color_scheme": "dark"},
    "desktop, light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "desktop, dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "zoomed to 200 %": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
}


def addresses(page: Page) -> dict[str, str]:
    """Page types, and the first entry of each list."""
    found = dict(PAGE_TYPES)
    for name, path in LISTS.items():
        page.goto(path)
        links = page.locator(f"main a[href^='{path}']").evaluate_all("all => all.map(a => a.pathname)")
        entries = [
            link for link in links if link.count("/") >= 3 and not link.rstrip("/").split("/")[-1].isdigit()
        ]
        entries = [
            link for link in entries if "." not in link and "feed" not in link and "kalender" not in link
        ]
        assert entries, f"{path} lists nothing"
        found[f"one of {name}"] = entries[0]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_every_page_type_is_accessible(view: dict[str, object], new_context: Callable[..., BrowserContext]):
    page = new_context(reduced_motion="reduce", **view).new_page()
    problems = []

    for name, path in addresses(page).items():
        page.goto(path)
        results = Axe().run(
            page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
        )
        problems += [
            f"{name} {path}: {violation['id']} {violation['nodes'][0]['target']}"
            for violation in results.response["violations"]
        ]
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            problems.append(f"{name} {path}: {wider} px wider than the screen")

    assert problems == []
