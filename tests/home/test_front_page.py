"""The front page: what stands on it, and what it costs."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.domain.picture_variants import make_variants
from home.enums import Repetition
from home.registries import PagePanels
from tests.factories import home as make


class Panel:
    """A panel as another room would register it."""

    template = "components/link_list/link_list.html"

    def __init__(self, key, heading, data):
        self.key, self.heading, self._data = key, heading, data

    def data(self, request):
        return self._data


@pytest.fixture
def panels(monkeypatch):
    fresh = PagePanels()
    monkeypatch.setattr("home.views.home_page.page_panels", fresh)
    return fresh


def soup(client, address="/"):
    return BeautifulSoup(client.get(address).content, "html.parser")


def test_asks_first_what_somebody_wants_to_do(home, client):
    html = soup(client)

    assert html.main.find("form", role="search")["action"] == "/suche/"
    assert "Was möchten Sie erledigen?" in html.main.find("label").text


def test_shows_three_news_and_five_dates(home, client):
    for number in range(4):
        make.news_page(f"Nachricht {number}", published_on=date(2026, 1, 1 + number))
    until = timezone.localdate() + timedelta(weeks=8)
    make.event_page("Markt", make.schedule(repetition=Repetition.WEEKLY, until=until))
    make.event_page("Abgesagt", make.schedule(days=1), is_cancelled=True)

    html = soup(client)

    assert [row.text.strip() for row in html.select(".teaser__title")] == [
        "Nachricht 3",
        "Nachricht 2",
        "Nachricht 1",
    ]
    assert [row.text.strip() for row in html.select(".event__title")] == ["Markt"] * 5
    assert html.find("a", href="/aktuelles/")
    assert html.main.find("a", href="/veranstaltungen/")


def test_leaves_out_what_there_is_none_of(home, client):
    headings = [heading.text for heading in soup(client).main.find_all("h2")]

    assert "Aktuelles" not in headings
    assert "Veranstaltungen" not in headings


def test_shows_what_other_rooms_add(home, client, panels):
    links = {"links": [{"title": "Personalausweis beantragen", "url": "/dienstleistungen/personalausweis/"}]}
    panels.register("home", Panel("most_wanted", "Oft gesucht", links))
    panels.register("home", Panel("empty", "Nichts", None))

    response = client.get("/")

    assert response.context["most_wanted"].heading == "Oft gesucht"
    assert response.context["panels"] == []


@pytest.mark.parametrize(
    ("address", "language", "question"),
    [
        ("/en/", "en", "What would you like to do?"),
        ("/leichte-sprache/", "de-simple", "Was möchten Sie machen?"),
    ],
)
def test_exists_in_every_language(home, client, address, language, question):
    html = soup(client, address)

    assert html.html["lang"] == language
    assert question in html.main.text
    assert {link["hreflang"] for link in html.find_all("link", rel="alternate")} == {"de", "en", "de-simple"}


def test_describes_the_city_for_search_engines(home, client):
    html = client.get("/").content.decode()

    assert '"@type":"GovernmentOrganization"' in html
    assert '"@type":"SearchAction"' in html


def test_posting_is_refused(home, client):
    assert client.post("/").status_code in {403, 405}


def queries(client, address="/"):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def fill(number):
    """So many of everything that the front page and the lists show."""
    for index in range(number):
        image = make.image()
        make_variants(str(image.pk), {})
        make.news_page(f"Nachricht {index}", picture=image)
        make.event_page(f"Fest {index}", make.schedule(days=index + 1))
        make.facility_page(f"Halle {index}")
        make.notice(f"Hinweis {index}")


@pytest.mark.parametrize(
    ("address", "limit"),
    [
        ("/", 12),
        ("/aktuelles/", 14),
        ("/veranstaltungen/", 14),
        ("/einrichtungen/", 12),
        ("/aktuelles/feed/", 12),
    ],
)
def test_costs_the_same_with_one_and_with_many(home, client, address, limit):
    fill(1)
    client.get(address)
    with_one = queries(client, address)

    fill(6)

    assert queries(client, address) == with_one <= limit
