"""Every page type: shown, edited, previewed, allowed only where it belongs."""

from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data

from home.enums import FacilityKind
from home.models import (
    EventIndexPage,
    EventPage,
    FacilityHours,
    FacilityIndexPage,
    FacilityPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    StandardPage,
)
from tests.factories import home as make

TEXT = [("text", "<h2>Anfahrt</h2><p>Mit dem Bus bis Marktplatz.</p>")]


def example(model):
    """A published page of the type, with content."""
    if model is StandardPage:
        return make.standard_page("Hochwasserschutz", introduction="Was Sie tun können.", body=TEXT)
    if model is NewsPage:
        return make.news_page("Brücke gesperrt", body=TEXT)
    if model is EventPage:
        return make.event_page("Weinfest", place_name="Marktplatz", body=TEXT)
    if model is FacilityPage:
        page = make.facility_page(
            "Stadtbücherei", kind=FacilityKind.LIBRARY, address="Kirchstraße 9", body=TEXT
        )
        page.hours.add(FacilityHours(weekday=0, opens="10:00", closes="18:00"))
        page.save_revision().publish()
        return page
    return model.objects.get(locale__language_code="de")


ALL_TYPES = [
    HomePage,
    StandardPage,
    NewsIndexPage,
    NewsPage,
    EventIndexPage,
    EventPage,
    FacilityIndexPage,
    FacilityPage,
]
WITH_TEXT = [StandardPage, NewsPage, EventPage, FacilityPage]


def form_data(client, url):
    """What a browser would send if somebody opened the form and pressed save."""
    page = BeautifulSoup(client.get(url).content, "html.parser")
    form = page.find(id="w-editor-form") or page.find("form", attrs={"data-edit-form": True})
    data = {}
    for field in form.find_all(["input", "textarea", "select"]):
        if not field.get("name") or field.get("type") in {"submit", "file"}:
            continue
        if field.get("type") in {"checkbox", "radio"} and not field.has_attr("checked"):
            continue
        data[field["name"]] = _value(field)
    return data


def _value(field):
    if field.name == "select":
        chosen = field.find("option", selected=True)
        return chosen["value"] if chosen else ""
    if field.name == "textarea":
        return unescape(field.text).lstrip("\n")
    return field.get("value", "on" if field.get("type") == "checkbox" else "")


@pytest.mark.parametrize("model", ALL_TYPES)
def test_is_shown_with_its_title_in_one_main_heading(home, client, model):
    page = example(model)

    response = client.get(page.url)

    html = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 200
    assert [heading.text.strip() for heading in html.find_all("h1")] == [page.title]
    assert page.title in html.title.text
    assert html.find("link", rel="canonical")["href"].endswith(page.url)
    assert len(html.find_all("main")) == 1


@pytest.mark.parametrize("model", WITH_TEXT)
def test_shows_its_text(home, client, model):
    html = client.get(example(model).url).content.decode()

    assert "Mit dem Bus bis Marktplatz." in html


@pytest.mark.parametrize("model", ALL_TYPES)
def test_is_edited_in_the_back_office(editor_client, model):
    page = example(model)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])

    data = form_data(editor_client, url) | {"title": "Neuer Titel", "body-count": "0", "action-publish": "1"}
    response = editor_client.post(url, data)

    assert response.status_code == 302, response.context and response.context["form"].errors
    page.refresh_from_db()
    assert page.title == "Neuer Titel"


@pytest.mark.parametrize("model", ALL_TYPES)
def test_is_previewed_as_it_will_be_shown(editor_client, model):
    page = example(model)
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    data = form_data(editor_client, reverse("wagtailadmin_pages:edit", args=[page.pk]))

    editor_client.post(url, data | {"title": "Vorschautitel", "body-count": "0"})
    preview = editor_client.get(url)

    assert preview.status_code == 200
    assert "Vorschautitel" in preview.content.decode()
    assert Page.objects.get(pk=page.pk).title != "Vorschautitel"


@pytest.mark.parametrize(
    ("model", "parents"),
    [
        (HomePage, {Page}),
        (StandardPage, {HomePage, StandardPage}),
        (NewsIndexPage, {HomePage}),
        (NewsPage, {NewsIndexPage}),
        (EventIndexPage, {HomePage}),
        (EventPage, {EventIndexPage}),
        (FacilityIndexPage, {HomePage}),
        (FacilityPage, {FacilityIndexPage}),
    ],
)
def test_belongs_only_there(model, parents):
    assert set(model.allowed_parent_page_models()) == parents


@pytest.mark.parametrize("model", [NewsPage, EventPage, FacilityPage])
def test_nothing_lies_below_single_entries(model):
    assert model.allowed_subpage_models() == []


def test_a_second_list_of_news_is_refused(home):
    assert not NewsIndexPage.can_create_at(home)


def test_the_page_creation_form_is_german(editor_client, home):
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])

    html = editor_client.get(url).content.decode()

    assert "Ein bis drei Sätze, die sagen, worum es auf der Seite geht." in html
    assert "Aufklappbare Abschnitte" in html


def test_a_new_page_is_created_and_published_through_the_form(editor_client, client, home):
    index = NewsIndexPage.objects.get()
    url = reverse("wagtailadmin_pages:add", args=["home", "newspage", index.pk])
    data = form_data(editor_client, url) | nested_form_data({"body": {"count": "0"}})

    data |= {"title": "Größeres Freibad", "slug": "freibad", "teaser": "Ab Mai.", "action-publish": "1"}
    response = editor_client.post(url, data)

    assert response.status_code == 302
    assert "Größeres Freibad" in client.get("/aktuelles/freibad/").content.decode()


def test_an_unknown_address_is_not_found(home, client):
    assert client.get("/gibt-es-nicht/").status_code == 404


def test_posting_to_a_page_is_refused(home, client):
    assert client.post("/aktuelles/").status_code in {403, 405}
