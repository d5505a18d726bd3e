"""Days and times in forms of the back office: typed the German way, shown the German way."""

from datetime import date, datetime
from typing import Any

import pytest
from django.forms import DateField, DateTimeField, TimeField, ValidationError
from django.test import Client
from django.utils import timezone, translation
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from home.models import Notice
from tests.factories import home as make

ADD = "/redaktion/snippets/home/notice/add/"


def form(**values: str) -> dict[str, Any]:
    data = {
        "severity": "info",
        "title": "Bäder zu",
        "text": "",
        "link_label": "",
        "link_page": "",
        "link_address": "",
        "everywhere": "on",
        "starts_at": "01.02.2027 08:00",
        "ends_at": "",
        "sections": inline_formset([]),
        **values,
    }
    return dict(nested_form_data(data))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("typed", ["31.12.2026", "31.12.26", "2026-12-31"])
def test_a_day_is_read_as_germans_write_it_and_as_iso(language: str, typed: str) -> None:
    with translation.override(language):
        assert DateField().clean(typed) == date(2026, 12, 31)


@pytest.mark.parametrize("typed", ["31.12.2026 23:59", "31.12.2026, 23:59", "2026-12-31 23:59"])
def test_a_moment_is_read_likewise(typed: str) -> None:
    with translation.override("de"):
        assert timezone.localtime(DateTimeField().clean(typed)).isoformat()[:16] == "2026-12-31T23:59"


@pytest.mark.parametrize("typed", ["8:30", "08:30", "08.30"])
def test_a_time_is_read_likewise(typed: str) -> None:
    with translation.override("de"):
        assert TimeField().clean(typed).isoformat("minutes") == "08:30"


@pytest.mark.parametrize("typed", ["31.02.2027", "12/31/2026", "3/4/2027", "morgen", "31.12."])
@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_no_day_becomes_no_other_day(language: str, typed: str) -> None:
    with translation.override(language), pytest.raises(ValidationError):
        DateField().clean(typed)


def test_the_form_keeps_the_day_that_was_typed(editor_client: Client) -> None:
    editor_client.post(ADD, form(ends_at="31.12.2027 18:00"))

    ends_at = Notice.objects.get().ends_at
    assert ends_at is not None
    assert timezone.make_naive(ends_at) == datetime(2027, 12, 31, 18)


def test_the_form_says_at_the_field_what_is_no_date(editor_client: Client) -> None:
    answer = editor_client.post(ADD, form(ends_at="31.02.2027 18:00"))

    assert list(answer.context["form"].errors) == ["ends_at"]
    assert 'value="31.02.2027 18:00"' in answer.content.decode()
    assert not Notice.objects.exists()


def test_the_form_shows_german_dates_and_its_picker_replaces_nothing(editor_client: Client) -> None:
    row = make.notice(starts_at=make.local(1, 9))

    html = editor_client.get(f"/redaktion/snippets/home/notice/edit/{row.pk}/").content.decode()

    assert f'value="{timezone.localtime(row.starts_at):%d.%m.%Y} 09:00"' in html
    assert "/static/js/backoffice.js" in html
