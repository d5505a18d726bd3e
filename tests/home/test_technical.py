"""What machines ask for: robots.txt, the sitemap, security.txt, the favicon."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from home.domain import sitemaps
from home.models import HomePage, MessageSettings, StandardPage
from tests.factories import home as make

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
BASE = "https://www.stadt.example"


@pytest.fixture(autouse=True)
def city(home: HomePage, settings: Any) -> HomePage:
    settings.BASE_URL = BASE
    return home


def xml(client: Client, path: str) -> ElementTree.Element:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    return ElementTree.fromstring(b"".join(answer))


def files(client: Client) -> list[str]:
    return [urlsplit(loc.text).path for loc in xml(client, "/sitemap.xml").iter(f"{SITEMAP}loc")]


def entries(client: Client) -> dict[str, dict[str, str]]:
    """Every address of the sitemap with its addresses by language."""
    found = {}
    for file in files(client):
        for url in xml(client, file).iter(f"{SITEMAP}url"):
            links = {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}
            found[url.find(f"{SITEMAP}loc").text] = links
    return found


def test_robots_are_told_where_to_look_and_where_not(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert lines[0] == "User-agent: *"
    assert {"Disallow: /redaktion/", "Disallow: /suche/?", "Disallow: /en/suche/?"} <= set(lines)
    assert "Disallow: /suche/vorschlaege/" in lines
    assert not {"Disallow: /", "Disallow: /suche/"} & set(lines)
    assert lines[-1] == f"Sitemap: {BASE}/sitemap.xml"


def test_sitemap_has_every_public_page_with_its_languages_both_ways(client: Client) -> None:
    page = make.standard_page("Rathaus")
    make.translation_of(page, "en", "Town hall")
    make.standard_page("Nur deutsch")

    found = entries(client)

    both = {"de": f"{BASE}/rathaus/", "en": f"{BASE}/en/rathaus/"}
    assert found[f"{BASE}/rathaus/"] == both
    assert found[f"{BASE}/en/rathaus/"] == both
    assert found[f"{BASE}/nur-deutsch/"] == {}
    assert set(found[f"{BASE}/"]) == {"de", "en", "de-simple"}
    for fixed in ("/kontakt/", "/formulare/", "/dienstleistungen/"):
        assert f"{BASE}{fixed}" in found


def test_sitemap_leaks_nothing(client: Client) -> None:
    draft = make.standard_page("Entwurf")
    draft.unpublish()
    private = make.standard_page("Intern")
    make.standard_page("Unterhalb", below=private)
    private.view_restrictions.create(restriction_type="login")
    translation = make.standard_page("Mit Entwurf")
    make.translation_of(translation, "en", "Draft", live=False)

    found = entries(client)

    for hidden in ("/entwurf/", "/intern/", "/intern/unterhalb/", "/en/mit-entwurf/"):
        assert f"{BASE}{hidden}" not in found
    assert found[f"{BASE}/mit-entwurf/"] == {}


def test_every_address_of_the_sitemap_answers(client: Client) -> None:
    make.standard_page("Rathaus")
    make.official_notice("Satzung")
    make.contact_topics("Steuern")

    for address in entries(client):
        assert client.get(urlsplit(address).path).status_code == 200, address


def test_sitemap_goes_on_in_further_files(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        make.standard_page(f"Seite {number}")
    whole = set(entries(client))
    for module in ("home.domain.sitemaps", "home.views.technical"):
        monkeypatch.setattr(f"{module}.ENTRIES_PER_FILE", 3)

    pages = [file for file in files(client) if file.startswith("/sitemaps/seiten-")]

    assert len(pages) > 2
    assert set(entries(client)) == whole
    assert client.get("/sitemaps/seiten-99.xml").status_code == 404
    assert client.get("/sitemaps/seiten-0.xml").status_code == 404
    assert client.get("/sitemaps/gibt-es-nicht-1.xml").status_code == 404


def test_last_change_is_said(client: Client) -> None:
    page = make.standard_page("Rathaus")
    StandardPage.objects.filter(pk=page.pk).update(last_published_at=datetime(2026, 3, 1, 12, tzinfo=UTC))

    for url in xml(client, "/sitemaps/seiten-1.xml").iter(f"{SITEMAP}url"):
        if url.find(f"{SITEMAP}loc").text == f"{BASE}/rathaus/":
            assert url.find(f"{SITEMAP}lastmod").text == "2026-03-01"
            return
    pytest.fail("the page is not in the sitemap")


@pytest.mark.parametrize("pages", [1, 30])
def test_sitemap_costs_the_same_with_one_page_and_with_many(
    client: Client, pages: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(pages):
        make.standard_page(f"Seite {number}")
    xml(client, "/sitemaps/seiten-1.xml")

    with django_assert_max_num_queries(3):
        xml(client, "/sitemaps/seiten-1.xml")


@pytest.mark.slow
def test_twenty_thousand_pages_take_a_moment(client: Client) -> None:
    home, kind = make.front_page(), ContentType.objects.get_for_model(StandardPage)
    now = timezone.now()
    Page.objects.bulk_create(
        Page(
            path=f"{home.path}{number + 1000:04d}",
            depth=3,
            title=f"Seite {number}",
            draft_title=f"Seite {number}",
            slug=f"seite-{number}",
            url_path=f"{home.url_path}seite-{number}/",
            content_type=kind,
            locale=home.locale,
            live=True,
            last_published_at=now,
        )
        for number in range(20_000)
    )

    started = time.process_time()
    found = [url for file in files(client) for url in xml(client, file).iter(f"{SITEMAP}url")]
    seconds = time.process_time() - started

    assert len(found) > 20_000
    assert seconds < 4


def test_security_txt_names_the_contact_form_until_the_city_says_more(client: Client) -> None:
    first = client.get("/.well-known/security.txt").content.decode()
    assert f"Contact: {BASE}/kontakt/\n" in first

    saved = MessageSettings.for_site(Page.objects.get(pk=make.front_page().pk).get_site())
    saved.security_contact = "sicherheit@stadt.example"
    saved.security_policy = "https://www.stadt.example/meldung/"
    saved.full_clean()
    saved.save()

    answer = client.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert fields["Contact"] == "mailto:sicherheit@stadt.example"
    assert fields["Policy"] == "https://www.stadt.example/meldung/"
    assert fields["Canonical"] == f"{BASE}/.well-known/security.txt"
    expires = datetime.fromisoformat(fields["Expires"])
    assert timedelta(days=30) < expires - timezone.now() < timedelta(days=365)


def test_favicon_leads_to_the_file(client: Client) -> None:
    answer = client.get("/favicon.ico")

    assert (answer.status_code, answer.url) == (301, "/static/img/favicon.ico")


@pytest.mark.parametrize("path", ["/robots.txt", "/sitemap.xml", "/.well-known/security.txt", "/favicon.ico"])
def test_machines_get_no_cookie_and_may_only_read(client: Client, path: str) -> None:
    assert not client.get(path).cookies
    assert client.post(path).status_code == 405


def test_an_address_is_written_as_xml() -> None:
    (line,) = sitemaps._urls(sitemaps.SitemapEntry({"de": '/a&b"<'})).splitlines()

    assert ElementTree.fromstring(line).find("loc").text == f'{BASE}/a&b"<'
