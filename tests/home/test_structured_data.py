"""JSON-LD as search engines read it."""

import json

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Site

from home.domain.frame_building import rebuild_frames
from home.models import CitySettings, EventSchedule
from home.templatetags.structured_data import json_ld
from tests.factories import home as make


def data_of(client, address):
    """All entries of a page by type."""
    html = BeautifulSoup(client.get(address).content, "html.parser")
    found = {}
    for script in html.find_all(type="application/ld+json"):
        entries = json.loads(script.string)
        entries = entries if isinstance(entries, list) else entries.get("@graph", [entries])
        for entry in entries:
            found.setdefault(entry["@type"], []).append(entry)
    return found


def test_the_city_is_an_organisation_with_address_and_place(home, client, settings):
    settings.BASE_URL = "https://www.auenstadt.example"
    city = CitySettings.for_site(Site.objects.get())
    city.authority, city.street, city.town, city.postal_code = (
        "Magistrat",
        "Marktplatz 1",
        "Auenstadt",
        "35990",
    )
    city.latitude, city.longitude = 50.58, 8.67
    city.save()

    (data,) = data_of(client, "/")["GovernmentOrganization"]

    assert data["name"] == "Magistrat"
    assert data["url"] == "https://www.auenstadt.example/"
    assert data["address"]["streetAddress"] == "Marktplatz 1"
    assert data["geo"]["latitude"] == pytest.approx(50.58)
    assert "telephone" not in data


def test_an_event_has_one_entry_for_each_date_to_come(home, client):
    dates = [make.schedule(days=-5), make.schedule(days=2), make.schedule(days=9, hours=None)]
    page = make.event_page("Weinfest", *dates, place_name="Marktplatz", organiser="Verein")

    entries = data_of(client, page.url)["Event"]

    assert [entry["startDate"] for entry in entries] == [
        make.local(2, 19).isoformat(),
        make.local(9, 19).isoformat(),
    ]
    assert entries[0]["endDate"] == make.local(2, 21).isoformat()
    assert "endDate" not in entries[1]
    assert entries[0]["location"]["name"] == "Marktplatz"
    assert entries[0]["organizer"]["name"] == "Verein"


def test_a_whole_day_has_no_time_and_a_cancelled_event_says_so(home, client):
    day = EventSchedule(start=make.local(3), all_day=True)
    page = make.event_page("Stadtfest", day, is_cancelled=True)

    (entry,) = data_of(client, page.url)["Event"]

    assert entry["startDate"] == make.local(3).date().isoformat()
    assert entry["eventStatus"] == "https://schema.org/EventCancelled"


def test_the_way_to_a_page_is_a_list_of_breadcrumbs(home, client):
    page = make.standard_page("Haushalt", below=make.standard_page("Rathaus"))

    (trail,) = data_of(client, page.url)["BreadcrumbList"]

    assert [step["name"] for step in trail["itemListElement"]] == ["Startseite", "Rathaus", "Haushalt"]
    assert trail["itemListElement"][2]["item"].endswith("/rathaus/haushalt/")
    assert data_of(client, "/").get("BreadcrumbList") is None


def test_a_private_page_is_left_out_of_the_way(home, client):
    above = make.standard_page("Geheimer Bereich")
    page = make.standard_page("Offen", below=above)
    above.unpublish()

    html = client.get(page.url).content.decode()

    assert "Geheimer Bereich" not in html


def test_nothing_breaks_out_of_the_data_block():
    html = json_ld({"name": "</script><script>alert(1)</script><!--&"})

    assert html.count("<") == 2
    assert json.loads(BeautifulSoup(html, "html.parser").script.string)["name"].startswith("</script>")
    assert json_ld(None) == ""


def test_titles_are_escaped_wherever_they_stand(home, client):
    title = '<img src=x onerror=alert(1)>"'
    make.news_page(title, teaser=title)
    make.event_page(title, place_name=title)
    make.facility_page(title, address=title)
    make.notice(title, text=title)
    rebuild_frames()

    for address in ("/", "/aktuelles/", "/veranstaltungen/", "/einrichtungen/"):
        html = BeautifulSoup(client.get(address).content, "html.parser")

        assert not html.find("img", src="x")
        assert title in html.main.text + html.find("section", class_="notices").text
