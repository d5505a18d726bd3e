"""The search page without JavaScript and the suggestions."""

from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from outbox.models import Job
from search.domain.rebuilding import rebuild
from search.result_page import PAGE_LIMIT, RESULTS_PER_PAGE
from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db


class Page(HTMLParser):
    """Links, inputs and the text inside `<main>`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.inputs: dict[str, list[dict[str, str | None]]] = {}
        self.text = ""
        self.depth = 0
        self.feed(html)
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.depth += tag == "main"
        if self.depth and tag == "a":
            self.links.append(values.get("href") or "")
        if self.depth and tag == "input":
            self.inputs.setdefault(values.get("name") or "", []).append(values)

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "main"

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.text += data


def page_for(client: Client, **parameters: object) -> Page:
    response = client.get("/suche/", parameters)
    assert response.status_code == 200
    return Page(response.content.decode())


def test_results_are_shown_with_link_snippet_and_kind(client: Client, city: ListedDocuments) -> None:
    response = client.get("/suche/", {"q": "Reisepass"})

    assert "Wer einen <mark>Reisepass</mark> abholt, braucht keinen Termin." in response.content.decode()
    page = Page(response.content.decode())
    assert page.links[:2] == ["/dienstleistungen/1/", "/dienstleistungen/4/"]
    assert "2 Treffer" in page.text
    assert "Dienstleistung · Bürgeramt" in page.text


def test_query_stays_in_the_field_and_is_escaped(client: Client, city: ListedDocuments) -> None:
    response = client.get("/suche/", {"q": '"><script>alert(1)</script>'})

    assert Page(response.content.decode()).inputs["q"][0]["value"] == '"><script>alert(1)</script>'
    assert b"<script>alert" not in response.content


def test_without_a_query_there_is_only_the_form(client: Client, city: ListedDocuments) -> None:
    page = page_for(client)

    assert page.inputs["q"][0]["value"] == ""
    assert "Treffer" not in page.text
    assert "nichts gefunden" not in page.text


def test_types_are_offered_with_counts_and_narrow_the_results(client: Client, city: ListedDocuments) -> None:
    everything = page_for(client, q="Reisepass")
    assert [choice["value"] for choice in everything.inputs["type"]] == ["", "service", "news"]

    news = page_for(client, q="Reisepass", type="news")
    assert news.links == ["/dienstleistungen/4/"]
    assert [choice["value"] for choice in news.inputs["type"] if "checked" in choice] == ["news"]


def test_correction_is_said(client: Client, city: ListedDocuments) -> None:
    page = page_for(client, q="Fürerschein")

    assert "Für „Fürerschein“ gibt es keine Treffer. Das sind die Treffer für „Führerschein“." in page.text
    assert page.inputs["q"][0]["value"] == "Fürerschein"


def test_nothing_found_shows_ways_on(client: Client, city: ListedDocuments) -> None:
    page = page_for(client, q="quatschwort")

    assert "Zu „quatschwort“ haben wir nichts gefunden" in page.text
    assert "tel:115" in page.links


def test_nothing_in_one_type_leads_back_to_all(client: Client, city: ListedDocuments) -> None:
    page = page_for(client, q="Sperrmüll", type="news")

    assert "In dieser Auswahl nichts gefunden" in page.text
    assert "?q=Sperrm%C3%BCll" in page.links


def test_paging_keeps_query_and_type(client: Client, things: ListedDocuments) -> None:
    for number in range(45):
        things.add(f"Spielplatz {number}")
    things.add("Spielplatz gesperrt", type="news")
    rebuild()

    page = page_for(client, q="Spielplatz", type="service", page=2)

    assert "?q=Spielplatz&type=service" in page.links
    assert "?q=Spielplatz&type=service&page=3" in page.links
    assert "Seite 2 von 3" in page.text
    assert len(page_for(client, q="Spielplatz", type="service", page=3).links) == 5 + 3


def test_last_page_says_that_more_words_help(client: Client, things: ListedDocuments) -> None:
    for number in range(PAGE_LIMIT * RESULTS_PER_PAGE + 1):
        things.add(f"Spielplatz {number}")
    rebuild()

    page = page_for(client, q="Spielplatz", page=PAGE_LIMIT)

    assert f"Hier enden die ersten {PAGE_LIMIT * RESULTS_PER_PAGE} Treffer." in page.text
    assert f"?q=Spielplatz&page={PAGE_LIMIT + 1}" not in page.links


@pytest.mark.parametrize("number", ["-1", "0", "abc", "", "9" * 50, "1.5", "٣", "\0"])
def test_odd_page_numbers_show_a_page_that_exists(client: Client, city: ListedDocuments, number: str) -> None:
    assert page_for(client, q="Reisepass", page=number).links[:2] == [
        "/dienstleistungen/1/",
        "/dienstleistungen/4/",
    ]


@pytest.mark.parametrize(
    "query", ['"', "\0", "a" * 10_000, "🎉", "*", "die der das", "(?:[", "%00", "\ud83c"]
)
def test_odd_queries_get_an_ordinary_page(client: Client, city: ListedDocuments, query: str) -> None:
    response = client.get("/suche/", {"q": query.encode("utf-8", "surrogatepass")})

    assert response.status_code == 200


def test_missing_index_is_said_without_an_error(client: Client, things: ListedDocuments) -> None:
    response = client.get("/suche/", {"q": "Reisepass"})

    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    assert "Die Suche wird gerade vorbereitet" in Page(response.content.decode()).text


def test_search_sets_no_cookie_and_writes_nothing(client: Client, city: ListedDocuments) -> None:
    response = client.get("/suche/", {"q": "Reisepass"})

    assert not response.cookies
    assert not Job.objects.exists()


def test_many_results_cost_as_many_database_queries_as_one(client: Client, things: ListedDocuments) -> None:
    def queries(count: int) -> int:
        for number in range(count):
            things.add(f"Spielplatz {len(things.records)} {number}")
        rebuild()
        client.get("/suche/", {"q": "Spielplatz"})
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get("/suche/", {"q": "Spielplatz"})
        return len(captured)

    assert queries(1) == queries(19)


def test_other_search_engines_see_one_search_page(client: Client, city: ListedDocuments) -> None:
    page = client.get("/suche/", {"q": "Pass"}).content.decode()

    assert f'<link rel="canonical" href="{settings.BASE_URL}/suche/">' in page


def test_post_is_refused(client: Client, db: None) -> None:
    assert client.post("/suche/", {"q": "Pass"}).status_code == 405


def test_suggestions_are_json(client: Client, city: ListedDocuments) -> None:
    assert client.get("/suche/vorschlaege/", {"q": "reis"}).json() == {
        "suggestions": [
            {
                "title": "Reisepass beantragen",
                "url": "/dienstleistungen/1/",
                "type": "service",
                "label": "Dienstleistung",
            }
        ]
    }


def test_suggestions_without_a_query_are_empty(client: Client, city: ListedDocuments) -> None:
    assert client.get("/suche/vorschlaege/").json() == {"suggestions": []}
