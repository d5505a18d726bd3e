"""The database does not answer: whoever asks is told so, and is answered where nothing of it is needed."""

from collections.abc import Iterator

import pytest
from django.db import OperationalError, connection
from django.test import Client

from tests.search.conftest import ListedDocuments


@pytest.fixture
def down(client: Client, city: ListedDocuments) -> Iterator[Client]:
    def refused() -> None:
        raise OperationalError("connection refused")

    client.raise_request_exception = False
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(connection, "ensure_connection", refused)
        yield client


def test_page_says_that_it_is_worth_trying_later(down: Client) -> None:
    answer = down.get("/suche/", {"q": "Reisepass"})

    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "Unsere Seiten sind gerade nicht erreichbar" in page
    assert "refused" not in page and "Traceback" not in page


def test_interface_answers_from_the_index_and_else_says_what_is_wrong(down: Client) -> None:
    found = down.get("/api/v1/search", {"q": "Reisepass"})
    services = down.get("/api/v1/services")

    assert found.json()["results"][0]["title"] == "Reisepass beantragen"
    assert (services.status_code, services["Retry-After"]) == (503, "30")
    assert services["Content-Type"] == "application/problem+json"
    assert services.json()["detail"] == "The database does not answer right now."


def test_suggestions_need_no_database(down: Client) -> None:
    answer = down.get("/suche/vorschlaege/", {"q": "reisep"})

    assert [found["title"] for found in answer.json()["suggestions"]] == ["Reisepass beantragen"]


def test_without_index_and_database_nothing_is_suggested(down: Client, settings) -> None:
    settings.SEARCH_INDEX_DIR = settings.SEARCH_INDEX_DIR / "empty"

    assert down.get("/suche/vorschlaege/", {"q": "sperrm"}).json() == {"suggestions": []}
    assert down.get("/api/v1/search", {"q": "Reisepass"}).status_code == 503
