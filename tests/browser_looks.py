"""What a page must be in a real browser, whatever stands on it."""

import os
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# A folder that keeps a picture of every page that is looked at.
PICTURES = os.environ.get("PICTURES", "")
MOTION_IS_OVER = """() => document.getAnimations()
    .filter((motion) => motion.effect.getComputedTiming().endTime !== Infinity)
    .forEach((motion) => motion.finish())"""


def is_fine(page: Page, name: str, **options: Any) -> None:
    """No barrier that axe knows, nothing wider than the screen; `options` are those of `Axe.run`."""
    page.evaluate(MOTION_IS_OVER)
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)
    found = Axe().run(page, **options).response["violations"]
    assert not found, (name, [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found])
    assert overhang(page) <= 0, name


def overhang(page: Page) -> int:
    """Pixels by which the page is wider than the screen."""
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return int(page.evaluate(wide))
