"""Anonymous visitors get no cookie, store nothing, and nothing is asked of a third party."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext

from .pages import PAGE_TYPES


@pytest.mark.parametrize("path", PAGE_TYPES.values(), ids=PAGE_TYPES.keys())
def test_no_cookie_no_storage_no_third_party(
    path: str, city: str, new_context: Callable[..., BrowserContext]
):
    context = new_context()
    page = context.new_page()
    requested, problems = [], []
    page.on("request", lambda request: requested.append(request.url))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)

    answer = page.goto(path)
    page.wait_for_load_state("networkidle")

    assert answer is not None
    assert answer.status == 200
    own = urlsplit(city).netloc
    assert {urlsplit(url).netloc for url in requested if not url.startswith("data:")} == {own}
    assert context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert "set-cookie" not in answer.all_headers()
    assert "'unsafe" not in answer.all_headers()["content-security-policy"]
    assert problems == []
