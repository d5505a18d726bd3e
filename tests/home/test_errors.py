"""What is answered when something is wrong."""

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory

from home import error_views
from home.domain.near_matches import near_matches, words_of
from home.models import HomePage
from search.domain.rebuilding import rebuild
from tests.factories import home as make


@pytest.fixture
def index(home: HomePage, settings: Any, tmp_path: Path) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "search"


def main_of(answer: Any) -> str:
    return answer.content.decode().split("<main")[1].split("</main>")[0]


def test_not_found_offers_the_search_with_the_words_of_the_address(client: Client, home: HomePage) -> None:
    answer = client.get("/aemter/buerger-service_2026/Parkausweis.html")

    main = main_of(answer)
    assert answer.status_code == 404
    assert "Diese Seite gibt es nicht" in main
    assert 'value="aemter buerger service Parkausweis html"' in main
    assert not answer.cookies


def test_a_mistyped_address_leads_to_the_page_that_is_meant(client: Client, home: HomePage) -> None:
    make.standard_page("Stadtbücherei", slug="stadtbuecherei")

    main = main_of(client.get("/stadtbuechrei/"))

    assert 'href="/stadtbuecherei/"' in main
    assert "Stadtbücherei" in main


def test_a_page_that_moved_is_found_by_its_words(client: Client, index: None) -> None:
    make.standard_page("Bewohnerparken in der Altstadt", slug="parken")
    rebuild()

    assert "Bewohnerparken in der Altstadt" in main_of(client.get("/alte-seite/bewohnerparken/"))


def test_near_matches_leak_nothing(client: Client, index: None) -> None:
    make.standard_page("Geheimer Entwurf", slug="haushalt-entwurf").unpublish()
    private = make.standard_page("Internes", slug="haushalt-intern")
    private.view_restrictions.create(restriction_type="login")
    rebuild()

    main = main_of(client.get("/haushalt-intern-entwurf/"))

    assert "Geheimer Entwurf" not in main
    assert "Internes" not in main


def test_near_matches_stay_in_the_language(home: HomePage) -> None:
    page = make.standard_page("Rathaus")
    make.translation_of(page, "en", "Town hall")

    assert [match.url for match in near_matches("/rathauss/", "de")] == ["/rathaus/"]
    assert [match.url for match in near_matches("/en/rathauss/", "en")] == ["/en/rathaus/"]


def test_each_match_is_shown_once(index: None) -> None:
    make.standard_page("Bewohnerparken", slug="bewohnerparken")
    rebuild()

    urls = [match.url for match in near_matches("/bewohnerparkn/", "de")]

    assert urls.count("/bewohnerparken/") == 1


@pytest.mark.parametrize(
    "path",
    [
        "/%00/",
        "/%F0%9F%98%80/",
        "/" + "a" * 4000 + "/",
        "/<script>alert(1)</script>/",
        "/%22%27%5C/",
        "/%ff/",
    ],
)
def test_odd_addresses_get_the_ordinary_answer(client: Client, home: HomePage, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 404
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/en/aemter/passport-office/", "aemter passport office"),
        ("/leichte-sprache/hilfe/", "hilfe"),
        ("/stra%C3%9Fe/", "straße"),
        ("/123/4/", ""),
    ],
)
def test_words_of_an_address(path: str, words: str) -> None:
    assert words_of(path) == words


@pytest.mark.parametrize("path", ["/static/fehlt.css", "/wp-login.png", "/dokumente/9/fehlt.pdf"])
def test_machines_get_a_short_answer(client: Client, home: HomePage, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 404
    assert answer.content == b"Not Found\n"


def test_programs_get_a_problem(client: Client, home: HomePage) -> None:
    answer = client.get("/api/v1/gibt-es-nicht")

    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("application/problem+json")
    assert answer.json()["status"] == 404


@pytest.mark.parametrize("pages", [1, 40])
def test_not_found_costs_the_same_with_one_page_and_with_many(
    client: Client, home: HomePage, pages: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(pages):
        make.standard_page(f"Spielplatz {number}", slug=f"spielplatz-{number}")
    client.get("/spielplaz/")

    with django_assert_max_num_queries(14):
        client.get("/spielplaz/")


def test_forbidden_says_so_in_the_citys_frame(rf: RequestFactory, home: HomePage) -> None:
    answer = error_views.forbidden(rf.get("/intern/"), PermissionDenied())

    assert answer.status_code == 403
    assert "Hier haben Sie keinen Zugang" in main_of(answer)
    assert "<footer" in answer.content.decode()


def test_a_wrong_host_gets_a_page_that_stands_alone(client: Client) -> None:
    answer = client.get("/", headers={"Host": "boese.example"})

    assert answer.status_code == 400
    assert "Diese Anfrage verstehen wir nicht" in main_of(answer)
    assert "boese" not in answer.content.decode()


def test_an_error_is_answered_without_database(rf: RequestFactory) -> None:
    """Without the mark `django_db`: a query would fail here."""
    answer = error_views.server_error(rf.get("/"))

    assert answer.status_code == 500
    assert "Bei uns ist ein Fehler aufgetreten" in main_of(answer)
    assert "{%" not in answer.content.decode()


def test_an_error_of_the_error_page_is_answered_too(rf: RequestFactory, settings: Any) -> None:
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [], "APP_DIRS": False}]

    answer = error_views.server_error(rf.get("/"))

    assert answer.status_code == 500
    assert "Bei uns ist ein Fehler aufgetreten" in answer.content.decode()


def test_a_broken_view_shows_the_page_and_no_detail(home: HomePage, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(language: str) -> None:
        raise RuntimeError("Geheimnis im Fehlertext")

    monkeypatch.setattr("home.views.contact.texts_in", broken)

    answer = Client(raise_request_exception=False).get("/kontakt/")

    assert answer.status_code == 500
    assert "Bei uns ist ein Fehler aufgetreten" in answer.content.decode()
    assert "Geheimnis" not in answer.content.decode()


@pytest.mark.parametrize(
    ("handler", "arguments"),
    [
        (error_views.bad_request, ()),
        (error_views.forbidden, (PermissionDenied(),)),
        (error_views.not_found, ()),
        (error_views.server_error, ()),
    ],
)
def test_an_error_in_the_back_office_leads_back_there(home: HomePage, handler: Any, arguments: Any) -> None:
    inside, outside = (
        handler(RequestFactory().get(path), *arguments).content.decode()
        for path in ("/redaktion/pages/999/edit/", "/aemter/")
    )

    assert '<a href="/redaktion/">Zurück zur Redaktion</a>' in inside
    assert "/redaktion/" not in outside


def test_page_of_wagtail_that_always_fails_is_not_there(editor_client: Client):
    assert editor_client.get("/redaktion/failwhale/").status_code == 404
