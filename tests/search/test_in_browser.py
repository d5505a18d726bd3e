"""Results while the engine is in trouble: no barrier, nothing wider than the screen, at every size."""

import socket
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import DatabaseError, OperationalError
from playwright.sync_api import Browser, Page
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from search.domain.rebuilding import rebuild
from tests.search.conftest import ListedDocuments

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.server("chromium"),
]
STATES = {
    "by names": ("/suche/?q=reisepass", "Eingeschränkte Suche."),
    "second page": ("/suche/?q=antrag&page=2", "Seite 2 von 2"),
    "filtered": ("/suche/?q=reisepass&type=service", "Eingeschränkte Suche."),
    "nothing by names": ("/suche/?q=xqzvw", "haben wir nichts gefunden"),
    "in English": ("/en/suche/?q=reisepass", "Limited search."),
}


@pytest.fixture
def trouble(city: ListedDocuments, settings: Settings) -> ListedDocuments:
    """The city, whose engine refuses every question from now on."""
    for number in range(12):
        city.add(
            f"Antrag mit einer ungewöhnlich langen Grundstücksverkehrsgenehmigungszuständigkeit {number}"
        )
    rebuild()
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        settings.SEARCH_URL = f"http://127.0.0.1:{unused.getsockname()[1]}"
    return city


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (768, "light"), (1280, "light")])
def test_every_state_of_trouble_is_accessible(
    browser: Browser,
    live_server: LiveServer,
    trouble: ListedDocuments,
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    scheme: str,
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()

    for path, said in STATES.values():
        page.goto(live_server.url + path)
        assert said in page.inner_text("main")
        assert problems(page) == []

    monkeypatch.setattr("search.domain.limited.search_names", raising(DatabaseError("gone")))
    page.goto(f"{live_server.url}/suche/?q=reisepass")
    assert "Die Suche wird gerade vorbereitet" in page.inner_text("main")
    assert problems(page) == []

    monkeypatch.setattr("search.views.search", raising(OperationalError("gone")))
    page.goto(f"{live_server.url}/suche/?q=reisepass")
    assert "gerade nicht erreichbar" in page.inner_text("main")
    assert problems(page) == []
    context.close()


def raising(error: Exception) -> Callable[..., None]:
    def answer(*args: object, **more: object) -> None:
        raise error

    return answer


def problems(page: Page) -> list[str]:
    found = [
        f"{each['id']} {each['nodes'][0]['html'][:200]}" for each in Axe().run(page).response["violations"]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*found, *([f"{wide} px too wide"] if wide > 0 else [])]
