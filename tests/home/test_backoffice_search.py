"""Searching in the back office: whatever is typed gets an ordinary answer."""

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail.search.index import insert_or_update_object

from tests.factories import home as make

PLACES = [
    "/redaktion/images/",
    "/redaktion/images/chooser/results/",
    "/redaktion/documents/",
    "/redaktion/documents/chooser/results/",
    "/redaktion/pages/search/",
    "/redaktion/pages/{home}/",
    "/redaktion/choose-page/search/",
    "/redaktion/users/",
    "/redaktion/snippets/home/notice/",
    "/redaktion/nachrichten/",
    "/redaktion/redirects/",
]
ODD = ['"', 'a"', '"a b" "', "'", "' a '", "*", "a\0b", "a (", "%"]


@pytest.mark.parametrize("place", PLACES)
def test_odd_characters_are_searched_for_like_others(editor_client: Client, place: str) -> None:
    make.image("a")
    make.document("a")
    address = place.format(home=make.front_page().pk)

    answers = [editor_client.get(address, {"q": text}).status_code for text in ODD]

    assert answers == [200] * len(ODD)


@pytest.mark.parametrize("text", ODD)
def test_the_page_chooser_s_interface_answers_too(editor_client: Client, text: str) -> None:
    answer = editor_client.get("/redaktion/api/main/pages/", {"search": text})

    assert answer.status_code == 200


@pytest.mark.parametrize("query", ["Brücke", 'Brücke"', '"Brücke gesperrt"', "Brücke -", "(Brücke)", "brück"])
def test_the_page_is_found_all_the_same(editor_client: Client, query: str) -> None:
    page = make.news_page("Brücke gesperrt")
    insert_or_update_object(page)  # What a task does as soon as the transaction is over.

    html = editor_client.get("/redaktion/pages/search/", {"q": query}).content.decode()

    assert f"/redaktion/pages/{page.pk}/edit/" in html


@pytest.mark.parametrize("query", ['"', "\0", "*"])
def test_mere_punctuation_finds_nothing(home: Page, query: str) -> None:
    assert list(Page.objects.search(query)) == []
    assert list(Page.objects.autocomplete(query)) == []
