from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import RequestFactory
from django.urls import resolve
from django.utils import timezone, translation
from wagtail.models import Locale, PageViewRestriction, Site

from home.domain.frame_building import rebuild_frames
from home.domain.site_frame import frame
from home.models import CitySettings, NoticeSection, SiteFrame
from outbox.models import Job
from outbox.registries import jobs
from tests.factories import home as make


def frame_at(address, page=None, language="de"):
    request = RequestFactory().get(address)
    if page is not None:
        request.city_page = page
    with translation.override(language):
        return frame(request)


def shown_at(address, language="de", method="GET"):
    """As a view without a page shows it at a route of ours."""
    request = RequestFactory().generic(method, address)
    with translation.override(language):
        request.resolver_match = resolve(request.path)
        return frame(request)


def link(label, page=None, address=""):
    return {"label": label, "page": page and page.pk, "address": address}


def navigate(*links, language="de"):
    saved = SiteFrame.objects.get(locale__language_code=language)
    items = [{"type": "item", "value": {"link": entry, "children": []}} for entry in links]
    saved.navigation = saved.navigation.stream_block.to_python(items)
    saved.save()
    return saved


def titles(links):
    return [entry["title"] for entry in links]


def test_costs_two_queries_with_much_in_it(home, django_assert_num_queries):
    page = make.standard_page("Rathaus")
    make.translation_of(page)
    navigate(*[link("", make.standard_page(f"Seite {number}")) for number in range(6)])
    for number in range(5):
        notice = make.notice(f"Hinweis {number}", everywhere=False, link_page=home)
        NoticeSection.objects.create(notice=notice, page=home)
    request = RequestFactory().get("/rathaus/")
    request.city_page = page
    Site.get_site_root_paths()

    with django_assert_num_queries(2):
        around = frame(request)

    assert len(around["navigation"]) == 6
    assert len(around["notices"]) == 5
    assert len(around["languages"]) == 3
    assert len(around["twins"]) == 2


def test_is_made_once_for_a_request(home, django_assert_num_queries):
    request = RequestFactory().get("/")
    frame(request)

    with django_assert_num_queries(0):
        frame(request)


def test_navigation_follows_the_address_of_a_page(home):
    page = make.standard_page("Rathaus")
    navigate(link("Zum Rathaus", page))
    assert frame_at("/")["navigation"][0]["url"] == "/rathaus/"

    page.slug = "stadtverwaltung"
    page.save_revision().publish()

    assert frame_at("/")["navigation"][0]["url"] == "/stadtverwaltung/"


def test_navigation_follows_a_move_of_the_page_above(home):
    above = make.standard_page("Rathaus")
    navigate(link("Ämter", make.standard_page("Amt", below=above)))
    other = make.standard_page("Stadt")

    above.move(other, pos="last-child")
    for job in Job.objects.filter(kind="home.frames"):
        jobs.get(job.kind).handle(job.key, job.payload)

    assert frame_at("/")["navigation"][0]["url"] == "/stadt/rathaus/amt/"


def test_navigation_forgets_what_is_not_public_any_more(home):
    page, private = make.standard_page("Rathaus"), make.standard_page("Akten")
    navigate(link("", page), link("", private), link("Suche", address="/suche/"))
    assert titles(frame_at("/")["navigation"]) == ["Rathaus", "Akten", "Suche"]

    PageViewRestriction.objects.create(page=private, restriction_type="login")
    page.unpublish()

    shown = [entry for entry in frame_at("/")["navigation"] if entry["url"]]
    assert titles(shown) == ["Suche"]
    assert "Akten" not in str(frame_at("/"))


def test_navigation_marks_where_we_are(home):
    navigate(link("Rathaus", address="/rathaus/"), link("Start", address="/"))

    entries = frame_at("/rathaus/haushalt/")["navigation"]

    assert [(entry["title"], entry["active"]) for entry in entries] == [("Rathaus", True), ("Start", False)]


def test_each_language_has_its_own_frame_and_else_the_german_one(home):
    navigate(link("Rathaus", address="/rathaus/"))
    navigate(link("Town hall", address="/en/town-hall/"), language="en")
    SiteFrame.objects.filter(locale__language_code="de-simple").delete()

    assert titles(frame_at("/en/", language="en")["navigation"]) == ["Town hall"]
    assert titles(frame_at("/leichte-sprache/", language="de-simple")["navigation"]) == ["Rathaus"]


def test_the_city_is_called_what_the_settings_say(home):
    city = CitySettings.for_site(Site.objects.get())
    city.name, city.telephone = "Auenstadt", "06499 900-0"
    city.save()

    around = frame_at("/")

    assert around["site_name"] == "Auenstadt"
    assert around["city"]["telephone"] == "06499 900-0"


def test_works_in_an_empty_database(db):
    SiteFrame.objects.all().delete()

    around = frame_at("/suche/")

    assert around["navigation"] == []
    assert around["site_name"]


def test_languages_lead_to_the_text_or_else_to_the_front_page(home):
    page = make.standard_page("Rathaus")
    around = frame_at("/rathaus/", page)
    assert [entry.url for entry in around["languages"]] == ["/rathaus/", "/en/", "/leichte-sprache/"]
    assert around["twins"] == []

    copy = make.translation_of(page, "en", "Town hall")
    make.translation_of(page, "de-simple", live=False)

    around = frame_at("/rathaus/", page)
    assert [(entry.code, entry.url, entry.active) for entry in around["twins"]] == [
        ("de", "/rathaus/", True),
        ("en", copy.url, False),
    ]
    assert [(entry.code, entry.twin) for entry in around["languages"]] == [
        ("de", True),
        ("en", True),
        ("de-simple", False),
    ]


def test_views_without_a_page_offer_the_front_pages(home):
    urls = {entry.code: entry.url for entry in frame_at("/suche/")["languages"]}

    assert urls == {"de": "/suche/", "en": "/en/", "de-simple": "/leichte-sprache/"}


@pytest.mark.parametrize(
    "path", ["/suche/", "/vorgang/K1-X/", "/abfuhrkalender/", "/ausweisstatus/", "/meine-adresse/"]
)
def test_views_that_are_there_in_both_languages_are_switched_in_place(home, path):
    english = shown_at(f"/en{path}?q=G%C3%BCnther+%26+Co", language="en")
    german = shown_at(f"{path}?q=G%C3%BCnther+%26+Co")

    for shown in (english, german):
        urls = {entry.code: entry.url for entry in shown["languages"]}
        assert urls["de"] == f"{path}?q=G%C3%BCnther+%26+Co"
        assert urls["en"] == f"/en{path}?q=G%C3%BCnther+%26+Co"
        assert shown["twins"] == []
    assert [entry.url for entry in shown_at(path)["twins"]] == [path, f"/en{path}"]


def test_what_was_asked_with_a_sent_form_is_not_kept_in_links(home):
    urls = [entry.url for entry in shown_at("/ausweisstatus/?next=evil", method="POST")["languages"]]

    assert urls[:2] == ["/ausweisstatus/", "/en/ausweisstatus/"]


@pytest.mark.parametrize("path", ["/dienstleistungen/pass/", "/healthz", "/api/v1/openapi.json"])
def test_what_is_not_there_in_each_language_offers_the_front_page(home, path):
    urls = {entry.code: entry.url for entry in shown_at(path)["languages"]}

    assert (urls["de"], urls["en"]) == (path, "/en/")


def test_contact_is_switched_in_place_without_a_page_of_its_own_in_english(home, client):
    html = BeautifulSoup(client.get("/kontakt/").content, "html.parser")

    assert [link["href"] for link in html.select(".languages a")][:2] == ["/kontakt/", "/en/kontakt/"]


def test_a_view_can_say_itself_where_its_translations_are(home):
    request = RequestFactory().get("/dienstleistungen/pass/")
    request.language_urls = {"en": "/en/services/passport/"}

    twins = frame(request)["twins"]

    assert [entry.url for entry in twins] == ["/dienstleistungen/pass/", "/en/services/passport/"]


class TestNotices:
    def test_appear_and_disappear_to_the_minute(self, home, client):
        now = timezone.now()
        notice = make.notice("Sturmwarnung", starts_at=now + timedelta(minutes=1))
        assert "Sturmwarnung" not in client.get("/").content.decode()

        notice.starts_at, notice.ends_at = now - timedelta(minutes=1), now + timedelta(seconds=60)
        notice.save()
        assert "Sturmwarnung" in client.get("/").content.decode()

        notice.ends_at = now
        notice.save()
        assert "Sturmwarnung" not in client.get("/").content.decode()

    def test_the_most_urgent_comes_first(self, home):
        make.notice("Hinweis", severity="info")
        make.notice("Gefahr", severity="danger")
        make.notice("Warnung", severity="warning")

        assert [notice.title for notice in frame_at("/")["notices"]] == ["Gefahr", "Warnung", "Hinweis"]

    def test_a_section_is_a_page_with_all_below_it(self, home):
        section = make.standard_page("Rathaus")
        below = make.standard_page("Haushalt", below=section)
        notice = make.notice("Rathaus zu", everywhere=False)
        NoticeSection.objects.create(notice=notice, page=section)

        assert frame_at("/rathaus/", section)["notices"]
        assert frame_at("/rathaus/haushalt/", below)["notices"]
        assert not frame_at("/", home)["notices"]
        assert not frame_at("/suche/")["notices"]

    def test_a_section_can_be_the_beginning_of_addresses(self, home):
        notice = make.notice("Störung der Suche", everywhere=False)
        NoticeSection.objects.create(notice=notice, address="/suche/")

        assert frame_at("/suche/")["notices"]
        assert not frame_at("/", home)["notices"]

    def test_two_sections_show_it_once(self, home):
        notice = make.notice("Rathaus zu", everywhere=False)
        NoticeSection.objects.create(notice=notice, page=home)
        NoticeSection.objects.create(notice=notice, address="/")

        assert len(frame_at("/", home)["notices"]) == 1

    def test_is_shown_in_german_until_it_is_translated(self, home):
        german = make.notice("Wasser abkochen", severity="danger")
        assert [notice.title for notice in frame_at("/en/", language="en")["notices"]] == ["Wasser abkochen"]

        english = Locale.objects.get(language_code="en")
        make.notice("Boil water", severity="danger", locale=english, translation_key=german.translation_key)

        assert [notice.title for notice in frame_at("/en/", language="en")["notices"]] == ["Boil water"]
        assert [notice.title for notice in frame_at("/")["notices"]] == ["Wasser abkochen"]

    def test_does_not_lead_to_a_page_that_is_not_public(self, home):
        page = make.standard_page("Trinkwasser")
        make.notice("Wasser abkochen", link_page=page, link_label="Mehr dazu")
        assert frame_at("/")["notices"][0].url == "/trinkwasser/"

        page.unpublish()

        notice = frame_at("/")["notices"][0]
        assert (notice.url, notice.link_text) == ("", "")

    def test_is_not_shown_on_the_page_it_leads_to(self, home):
        page = make.standard_page("Trinkwasser")
        make.notice("Wasser abkochen", link_page=page, link_label="Mehr dazu")

        assert not frame_at("/trinkwasser/", page)["notices"]
        assert frame_at("/", home)["notices"]

    @pytest.mark.parametrize("address", ["/", "/aktuelles/", "/suche/", "/gibt-es-nicht/"])
    def test_stand_on_every_page(self, home, client, address):
        make.notice("Wasser abkochen", text="Bis Freitag.")

        html = BeautifulSoup(client.get(address).content, "html.parser")

        notice = html.find("section", class_="notices")
        assert "Wasser abkochen" in notice.text
        assert "Bis Freitag." in notice.text


def test_what_is_alike_everywhere_is_written_down_and_anew_in_another_release(home, client):
    rebuild_frames()
    written = client.get("/").content.decode()
    frame = SiteFrame.objects.get(locale__language_code="de")
    assert frame.resolved["html"]["footer"] in written

    frame.resolved["html"] = {"release": "another", "footer": "<footer>of another release</footer>"}
    SiteFrame.objects.filter(pk=frame.pk).update(resolved=frame.resolved)

    assert client.get("/").content.decode() == written
