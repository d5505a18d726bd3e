"""The search page without JavaScript and the suggestions."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from outbox.models import Job
from search.answers import AnswerLine, AskedQuestion, DirectAnswer
from search.choice import PAGE_LIMIT
from search.domain.rebuilding import rebuild
from search.domain.results import SearchResults
from search.registries import Facet, direct_answers, facets
from search.result_page import RESULTS_PER_PAGE
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
    assert page.links[0] == "/dienstleistungen/1/"
    assert "/dienstleistungen/4/" in page.links
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
    assert [choice["value"] for choice in everything.inputs["type"]] == ["service", "news"]

    news = page_for(client, q="Reisepass", type="news")
    assert news.links[-1] == "/dienstleistungen/4/"
    assert "1 Treffer" in news.text
    assert [choice["value"] for choice in news.inputs["type"] if "checked" in choice] == ["news"]
    assert [choice["value"] for choice in news.inputs["type"]] == ["service", "news"]


@pytest.fixture
def mixed(things: ListedDocuments, db: None) -> ListedDocuments:
    """Six playgrounds of three departments, half of them online, one gone wrong."""
    for number, department in enumerate(["Grünflächenamt", "Grünflächenamt", "Jugendamt", "Sportamt"]):
        online = {"online": ("yes",)} if number % 2 else {}
        things.add(f"Spielplatz {number}", department=department, facets=online)
    things.add("Spielplatz neu", type="news", department="Jugendamt")
    things.add("Spielplatz gesperrt", department="Sportamt", status="closed")
    rebuild()
    return things


@pytest.fixture
def online_facet() -> Iterator[None]:
    with facets.fresh():
        facets.register(
            Facet("online", "online", "Online", lambda values, language: {"yes": "Online möglich"})
        )
        yield


def counts(html: str) -> dict[str, int]:
    """Label → count of every option."""
    found = re.findall(r'__text">([^<]*)</span>\s*<span class="filter-group__count">(\d+)', html)
    return {label: int(count) for label, count in found}


def test_facets_combine_and_count_what_another_value_would_add(
    client: Client, mixed: ListedDocuments, online_facet: None
) -> None:
    def shown(**parameters: object) -> tuple[str, dict[str, int]]:
        html = client.get("/suche/", {"q": "Spielplatz", **parameters}).content.decode()
        return Page(html).text, counts(html)

    text, found = shown()
    assert "6 Treffer" in text
    assert found == {
        "Dienstleistungen": 5,
        "Nachrichten": 1,
        "Online möglich": 2,
        "Grünflächenamt": 2,
        "Jugendamt": 2,
        "Sportamt": 2,
    }

    text, found = shown(type="service", amt="Sportamt")
    assert "2 Treffer" in text
    assert found == {
        "Dienstleistungen": 2,
        "Online möglich": 1,
        "Grünflächenamt": 2,
        "Jugendamt": 1,
        "Sportamt": 2,
    }

    text, _ = shown(amt=["Sportamt", "Jugendamt"], online="yes")
    assert "1 Treffer" in text


def test_chosen_filters_are_taken_away_one_by_one(
    client: Client, mixed: ListedDocuments, online_facet: None
) -> None:
    page = page_for(client, q="Spielplatz", type="service", amt="Sportamt", genau="1")

    assert page.links[:3] == [
        "?q=Spielplatz&amt=Sportamt&genau=1",
        "?q=Spielplatz&type=service&genau=1",
        "?q=Spielplatz&genau=1",
    ]


def test_filters_stay_when_words_are_searched_as_typed_and_pages_turned(
    client: Client, things: ListedDocuments
) -> None:
    for number in range(45):
        things.add(f"Spielplatz {number}", department="Sportamt & Co")
    things.add("Spielplatz anderswo", department="Jugendamt")
    rebuild()

    page = page_for(client, q="Spielplats", amt="Sportamt & Co")

    assert "?q=Spielplats&amt=Sportamt+%26+Co&genau=1" in page.links
    assert "?q=Spielplats&amt=Sportamt+%26+Co&page=2" in page.links


def test_status_and_online_stand_beside_the_result(client: Client, mixed: ListedDocuments) -> None:
    page = page_for(client, q="Spielplatz gesperrt")
    assert "Zurzeit nicht möglich Dienstleistung · Sportamt" in page.text

    english = client.get("/en/suche/", {"q": "Spielplatz"}).content.decode()
    assert "Not possible at present" in english


def test_filters_cost_no_query_per_value(client: Client, mixed: ListedDocuments, online_facet: None) -> None:
    def queries(**parameters: object) -> int:
        client.get("/suche/", {"q": "Spielplatz"})
        with CaptureQueriesContext(connection) as captured:
            client.get("/suche/", {"q": "Spielplatz", **parameters})
        return len(captured)

    assert queries(type="service", amt=["Sportamt", "Jugendamt"], online="yes") == queries()


@pytest.mark.parametrize("value", ["\0", "'\"<>", "a" * 10_000, "🎉", "=", "Ämter\nzwei", ""])
@pytest.mark.parametrize("parameter", ["type", "amt", "online", "genau", "von", "page"])
def test_odd_filters_get_an_ordinary_page(
    client: Client, city: ListedDocuments, online_facet: None, parameter: str, value: str
) -> None:
    assert client.get("/suche/", {"q": "Reisepass", parameter: [value] * 30}).status_code == 200


def test_correction_is_said(client: Client, city: ListedDocuments) -> None:
    page = page_for(client, q="Fürerschein")

    assert "Ergebnisse für „Führerschein“ – stattdessen nach „Fürerschein“ suchen" in page.text
    assert page.links[0] == "?q=F%C3%BCrerschein&genau=1"
    assert page.inputs["q"][0]["value"] == "Fürerschein"


def test_words_can_be_searched_as_they_were_typed(client: Client, city: ListedDocuments) -> None:
    page = page_for(client, q="Fürerschein", genau=1)

    assert "Zu „Fürerschein“ haben wir nichts gefunden" in page.text
    assert "Meinten Sie eines dieser Wörter? Führerschein" in page.text
    assert "?q=F%C3%BChrerschein" in page.links


def test_form_knows_the_query_before(client: Client, city: ListedDocuments) -> None:
    assert page_for(client, q="Reisepass").inputs["von"][0]["value"] == "Reisepass"
    assert "von" not in page_for(client).inputs


def test_results_say_their_record_and_rank(client: Client, city: ListedDocuments) -> None:
    html = client.get("/suche/", {"q": "Reisepass"}).content.decode()

    assert re.findall(r'data-hit="([^"]*)"\s+data-rank="([^"]*)"', html)[0] == ("things:1", "1")


def test_nothing_found_shows_ways_on(client: Client, city: ListedDocuments) -> None:
    page = page_for(client, q="quatschwort")

    assert "Zu „quatschwort“ haben wir nichts gefunden" in page.text
    assert "tel:115" in page.links
    assert "Montag bis Freitag, 8 bis 18 Uhr" in page.text


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
    assert "Seite 2 von 5" in page.text
    last = page_for(client, q="Spielplatz", type="service", page=5)
    assert len([link for link in last.links if link.startswith("/dienstleistungen/")]) == 5


def test_last_page_says_that_more_words_help(client: Client, things: ListedDocuments) -> None:
    for number in range(PAGE_LIMIT * RESULTS_PER_PAGE + 1):
        things.add(f"Spielplatz {number}")
    rebuild()

    page = page_for(client, q="Spielplatz", page=PAGE_LIMIT)

    assert f"Hier enden die ersten {PAGE_LIMIT * RESULTS_PER_PAGE} Treffer." in page.text
    assert f"?q=Spielplatz&page={PAGE_LIMIT + 1}" not in page.links


@pytest.mark.parametrize("number", ["-1", "0", "abc", "", "9" * 50, "1.5", "٣", "\0"])
def test_odd_page_numbers_show_a_page_that_exists(client: Client, city: ListedDocuments, number: str) -> None:
    assert page_for(client, q="Reisepass", page=number).links[0] == "/dienstleistungen/1/"


@pytest.mark.parametrize(
    "query", ['"', "\0", "a" * 10_000, "🎉", "*", "die der das", "(?:[", "%00", "\ud83c"]
)
def test_odd_queries_get_an_ordinary_page(client: Client, city: ListedDocuments, query: str) -> None:
    response = client.get("/suche/", {"q": query.encode("utf-8", "surrogatepass")})

    assert response.status_code == 200


def test_missing_index_is_said_without_an_error(client: Client, things: ListedDocuments) -> None:
    page = page_for(client, q="Reisepass")

    assert "Die Suche kennt gerade nur die Namen der Seiten" in page.text
    assert "tel:115" in page.links


def test_no_answer_at_all_is_said_without_an_error(
    client: Client, things: ListedDocuments, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unavailable(q: str, **asked: object) -> SearchResults:
        return SearchResults(q, 1, RESULTS_PER_PAGE, ready=False)

    monkeypatch.setattr("search.views.search", unavailable)

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


class Library:
    """Answers one question, and fails at another."""

    name = "tests.library"

    def answer(self, asked: AskedQuestion) -> DirectAnswer | None:
        if asked.words == ("xqzvw",):
            raise ValueError("no answer")
        if "offen" not in asked.words:
            return None
        lines = (AnswerLine("<b>Dienstag</b> 10–19 Uhr"),)
        return DirectAnswer(
            title=f"Bücherei ({len(asked.hits)})",
            answer=AnswerLine("06499 1", "tel:+4964991"),
            lines=lines,
            url="/buecherei/",
            link="Zur Bücherei",
        )


@pytest.fixture
def library() -> Iterator[None]:
    with direct_answers.fresh():
        direct_answers.register(Library())
        yield


def test_direct_answer_stands_above_the_results(client: Client, city: ListedDocuments, library: None) -> None:
    page = page_for(client, q="Reisepass offen")

    assert page.links[:3] == ["tel:+4964991", "/buecherei/", "/dienstleistungen/1/"]
    assert "Bücherei (1) 06499 1 <b>Dienstag</b> 10–19 Uhr" in page.text


def test_no_direct_answer_beside_filters_or_on_later_pages(
    client: Client, city: ListedDocuments, library: None
) -> None:
    assert "/buecherei/" not in page_for(client, q="Reisepass offen", type="news").links
    assert "/buecherei/" not in page_for(client, q="Reisepass").links


def test_failing_answer_leaves_the_results(client: Client, city: ListedDocuments, library: None) -> None:
    assert "haben wir nichts gefunden" in page_for(client, q="xqzvw").text
