"""What the search field and browsers ask by themselves."""

from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.search.conftest import ListedDocuments

pytestmark = pytest.mark.django_db
ADDRESS = "/suche/vorschlaege/"


def test_suggestions_are_json(client: Client, city: ListedDocuments) -> None:
    assert client.get(ADDRESS, {"q": "reis"}).json() == {
        "suggestions": [
            {
                "title": "Reisepass beantragen",
                "url": "/dienstleistungen/1/",
                "type": "service",
                "label": "Dienstleistung",
                "action": "",
            }
        ]
    }


def test_suggestions_without_a_query_are_empty(client: Client, city: ListedDocuments) -> None:
    assert client.get(ADDRESS).json() == {"suggestions": []}


def test_suggestions_take_no_database_and_no_session(client: Client, city: ListedDocuments) -> None:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(ADDRESS, {"q": "füh"})

    assert [each["title"] for each in response.json()["suggestions"]] == ["Führerschein umtauschen"]
    assert len(captured) == 0
    assert not response.cookies
    assert response.headers["Cache-Control"] == "public, max-age=10"


@pytest.mark.parametrize("query", ["\0", "a" * 10_000, '"', "'", "🎉🎉", "*", "(?:[", "%00", "\ud83c", "  "])
def test_odd_beginnings_propose_nothing(client: Client, city: ListedDocuments, query: str) -> None:
    response = client.get(ADDRESS, {"q": query.encode("utf-8", "surrogatepass")})

    assert (response.status_code, response.json()) == (200, {"suggestions": []})


def test_missing_index_proposes_nothing(client: Client, things: ListedDocuments) -> None:
    assert client.get(ADDRESS, {"q": "reise"}).json() == {"suggestions": []}


def test_browsers_can_add_the_search(client: Client, db: None) -> None:
    response = client.get("/opensearch.xml")

    assert response.headers["Content-Type"] == "application/opensearchdescription+xml; charset=utf-8"
    description = ElementTree.fromstring(response.content)
    space = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    assert 1 <= len(description.findtext("o:ShortName", "", space)) <= 16
    (url,) = description.findall("o:Url", space)
    assert url.attrib == {
        "type": "text/html",
        "method": "get",
        "template": f"{settings.BASE_URL}/suche/?q={{searchTerms}}",
    }


def test_every_page_names_the_description(client: Client, city: ListedDocuments) -> None:
    html = client.get("/suche/").content.decode()

    assert 'rel="search"' in html
    assert 'href="/opensearch.xml"' in html
