"""Notices, navigation and kinds of events in the back office."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from home.models import Notice, NoticeSection, SiteFrame
from tests.factories import home as make


@pytest.mark.parametrize("name", ["notice", "siteframe", "eventcategory"])
def test_lists_and_forms_open(editor_client, name):
    listing = editor_client.get(f"/redaktion/snippets/home/{name}/")
    adding = editor_client.get(f"/redaktion/snippets/home/{name}/add/")

    assert (listing.status_code, adding.status_code) == (200, 200)


def test_the_list_of_notices_says_which_are_visible_now(editor_client):
    make.notice("Jetzt")
    make.notice("Später", starts_at=timezone.now() + timedelta(days=1))

    html = editor_client.get("/redaktion/snippets/home/notice/").content.decode()

    assert "Jetzt sichtbar" in html
    assert [notice.is_current() for notice in Notice.objects.order_by("starts_at")] == [True, False]


def test_the_settings_of_the_city_open(editor_client):
    response = editor_client.get("/redaktion/settings/home/citysettings/", follow=True)

    assert response.status_code == 200
    assert "Name der Behörde" in response.content.decode()


def test_a_notice_that_ends_before_it_starts_is_refused(home):
    now = timezone.now()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.notice("Falsch", starts_at=now, ends_at=now - timedelta(hours=1))
    with pytest.raises(ValidationError) as refused:
        Notice(
            title="Falsch", starts_at=now, ends_at=now - timedelta(hours=1), locale=make.german()
        ).full_clean()
    assert list(refused.value.message_dict) == ["ends_at"]


def test_a_notice_leads_to_one_place_with_a_label(home):
    with pytest.raises(ValidationError) as both:
        Notice(title="X", link_page=home, link_address="/x/", locale=make.german()).full_clean()
    with pytest.raises(ValidationError) as unnamed:
        Notice(title="X", link_address="/x/", locale=make.german()).full_clean()
    with pytest.raises(ValidationError) as script:
        Notice(
            title="X", link_label="X", link_address="javascript:alert(1)", locale=make.german()
        ).full_clean()

    assert "link_address" in both.value.message_dict
    assert "link_label" in unnamed.value.message_dict
    assert "link_address" in script.value.message_dict


@pytest.mark.parametrize("fields", [{}, {"address": "suche/"}])
def test_a_section_names_a_page_or_an_address(home, fields):
    with pytest.raises(ValidationError):
        NoticeSection(notice=make.notice(), **fields).full_clean()


def test_a_language_has_one_frame(home):
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteFrame.objects.create(locale=home.locale)
