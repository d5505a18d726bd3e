"""Formatted text on its way to readers."""

import pytest

from servicefinder.catalogue.domain.texts import expanded, plain, terms
from tests.factories.catalogue import ServicePageFactory, publish, translate


def test_plain_text_has_words_and_no_markup() -> None:
    assert plain("<p>Sie&nbsp;zahlen <strong>bar</strong>.</p><ul><li>oder</li><li>mit Karte</li></ul>") == (
        "Sie zahlen bar. oder mit Karte"
    )


@pytest.mark.parametrize("empty", ["", "<p></p>", "<p>\u00a0</p>", '<p data-block-key="x"> </p>'])
def test_empty_editor_is_no_text(empty: str) -> None:
    assert expanded(empty) == ""


def test_terms_are_lines_without_doubles() -> None:
    assert terms(" Pass \n\nePass\nPass\r\n") == ["Pass", "ePass"]
    assert terms("") == []


@pytest.mark.django_db
def test_links_lead_to_the_page_in_the_readers_language() -> None:
    target = ServicePageFactory(title="Ausweis", slug="ausweis")
    translate(target, title="Identity card", slug="id-card")
    page = ServicePageFactory(title="Pass", body=f'<p><a linktype="page" id="{target.pk}">dort</a></p>')
    english = translate(page, title="Passport", body=page.body)

    rows = {row.language: row.document["body"] for row in page.service.published.all()}

    assert rows == {
        "de": '<p><a href="/dienstleistungen/ausweis/">dort</a></p>',
        "en": '<p><a href="/en/dienstleistungen/id-card/">dort</a></p>',
    }
    assert publish(english).service_id == page.service_id
