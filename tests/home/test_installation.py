import pytest
from wagtail.models import Page, Site

from home.domain.installation import install_home
from home.models import EventIndexPage, FacilityIndexPage, HomePage, NewsIndexPage, SiteFrame, StandardPage


def test_every_language_gets_a_front_page_below_the_root(home):
    pages = HomePage.objects.all()

    assert {page.language for page in pages} == {"de", "en", "de-simple"}
    assert {page.depth for page in pages} == {2}
    assert {page.translation_key for page in pages} == {home.translation_key}
    assert {page.url for page in pages} == {"/", "/en/", "/leichte-sprache/"}


def test_wagtails_welcome_page_gives_way(home):
    site = Site.objects.get()

    assert site.root_page.specific == home
    assert site.is_default_site
    assert not Page.objects.filter(title="Welcome to your new Wagtail site!").exists()


@pytest.mark.parametrize(
    ("model", "address"),
    [
        (NewsIndexPage, "/aktuelles/"),
        (EventIndexPage, "/veranstaltungen/"),
        (FacilityIndexPage, "/einrichtungen/"),
    ],
)
def test_sections_have_their_addresses(home, model, address, client):
    assert model.objects.get().url == address
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("role", "address"),
    [("imprint", "/impressum/"), ("privacy", "/datenschutz/"), ("accessibility", "/barrierefreiheit/")],
)
def test_legal_pages_are_there_to_be_filled_in(home, role, address, client):
    page = StandardPage.objects.get(role=role)

    assert page.url == address
    assert "noch zu ergänzen" in client.get(address).content.decode()


def test_installing_again_changes_nothing(home):
    home.title = "Auenstadt"
    home.save_revision().publish()
    frame = SiteFrame.objects.get(locale=home.locale)
    frame.note = "Unser Satz"
    frame.save()
    before = list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_id"))

    again = install_home("Andere Stadt")

    assert again == home
    assert list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_id")) == before
    assert SiteFrame.objects.get(locale=home.locale).note == "Unser Satz"


def test_a_deleted_section_comes_back(home):
    NewsIndexPage.objects.get().delete()

    install_home("Teststadt")

    assert NewsIndexPage.objects.get().url == "/aktuelles/"
