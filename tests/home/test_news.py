from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from home.views.news import NEWS_IN_FEED, NEWS_ON_A_PAGE
from tests.factories import home as make

ATOM = "{http://www.w3.org/2005/Atom}"


def titles(html):
    return [title.text.strip() for title in BeautifulSoup(html, "html.parser").select(".teaser__title")]


def test_the_newest_comes_first(home, client):
    make.news_page("Alt", published_on=date(2026, 1, 2))
    make.news_page("Neu", published_on=date(2026, 3, 4))
    make.news_page("Mittel", published_on=date(2026, 2, 3))

    assert titles(client.get("/aktuelles/").content) == ["Neu", "Mittel", "Alt"]


def test_an_archive_of_a_year_holds_only_that_year(home, client):
    make.news_page("Silvester", published_on=date(2025, 12, 31))
    make.news_page("Neujahr", published_on=date(2026, 1, 1))

    html = client.get("/aktuelles/2025/").content

    assert titles(html) == ["Silvester"]
    assert "2025" in BeautifulSoup(html, "html.parser").h1.text
    links = [link["href"] for link in BeautifulSoup(html, "html.parser").select(".letters a")]
    assert links == ["/aktuelles/", "/aktuelles/2026/"]


@pytest.mark.parametrize("address", ["/aktuelles/2019/", "/aktuelles/99999/", "/aktuelles/feed/2025/"])
def test_an_archive_of_nothing_is_not_found(home, client, address):
    make.news_page("Neujahr", published_on=date(2026, 1, 1))

    assert client.get(address).status_code == 404


def test_a_year_in_the_query_leads_to_its_archive_or_is_told(home, client):
    make.news_page("Alt", published_on=date(2025, 5, 1))

    assert client.get("/aktuelles/?jahr=2025").url == "/aktuelles/2025/"
    for odd in ("1999", "abc", "٢٠٢٥", "\0"):
        assert "gibt es hier nichts" in client.get("/aktuelles/", {"jahr": odd}).content.decode()


def test_a_long_list_has_pages_that_keep_the_year(home, client):
    for number in range(NEWS_ON_A_PAGE + 1):
        make.news_page(f"Nachricht {number:02}", published_on=date(2026, 1, 1) + timedelta(days=number))

    first = client.get("/aktuelles/2026/").content
    second = client.get("/aktuelles/2026/?seite=2").content

    assert len(titles(first)) == NEWS_ON_A_PAGE
    assert titles(second) == ["Nachricht 00"]
    assert BeautifulSoup(first, "html.parser").find("a", rel="next")["href"] == "?seite=2"
    assert BeautifulSoup(second, "html.parser").find("a", rel="prev")["href"] == "?"


def test_old_news_says_that_it_is_old(home, client):
    old = make.news_page("Freibad", published_on=timezone.localdate() - timedelta(days=400))
    new = make.news_page("Hallenbad", published_on=timezone.localdate())

    assert "älter als ein Jahr" in client.get(old.url).content.decode()
    assert "älter als ein Jahr" not in client.get(new.url).content.decode()


def test_json_ld_describes_the_article(home, client):
    page = make.news_page("Brücke </script> gesperrt")

    html = client.get(page.url).content.decode()

    data = BeautifulSoup(html, "html.parser").find_all(type="application/ld+json")
    assert '"@type":"NewsArticle"' in html
    assert len(data) == 2
    assert "\\u003C/script\\u003E" in html


class TestFeed:
    def feed(self, client):
        response = client.get("/aktuelles/feed/")
        assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
        return ElementTree.fromstring(response.content)

    def test_is_atom_with_full_addresses(self, home, client, settings):
        settings.BASE_URL = "https://www.auenstadt.example"
        make.news_page("Größe & <Maß>", teaser="Ein Satz.", published_on=date(2026, 5, 4))

        feed = self.feed(client)

        entry = feed.find(f"{ATOM}entry")
        assert entry.find(f"{ATOM}title").text == "Größe & <Maß>"
        assert entry.find(f"{ATOM}link").get("href").startswith("https://www.auenstadt.example/aktuelles/")
        assert entry.find(f"{ATOM}published").text.startswith("2026-05-04")
        assert feed.find(f"{ATOM}author/{ATOM}name").text

    def test_identifiers_stay_when_the_address_changes(self, home, client):
        page = make.news_page("Brücke")
        before = self.feed(client).find(f"{ATOM}entry/{ATOM}id").text

        page.slug = "neue-bruecke"
        page.save_revision().publish()

        assert self.feed(client).find(f"{ATOM}entry/{ATOM}id").text == before

    def test_is_not_endless(self, home, client):
        for number in range(NEWS_IN_FEED + 1):
            make.news_page(f"Nachricht {number}")

        assert len(self.feed(client).findall(f"{ATOM}entry")) == NEWS_IN_FEED

    def test_is_announced_on_the_list(self, home, client):
        html = BeautifulSoup(client.get("/aktuelles/").content, "html.parser")

        assert html.find("link", type="application/atom+xml")["href"] == "/aktuelles/feed/"
