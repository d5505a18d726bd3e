"""Sections, cards and rows that are rendered with the publication."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from outbox.models import Job
from servicefinder.catalogue.domain.dependents import PUBLISH_KIND
from servicefinder.catalogue.domain.page_reading import FoundOffice
from servicefinder.catalogue.domain.publishing import republish_due
from servicefinder.catalogue.domain.writing import written
from servicefinder.catalogue.models import OpeningException, PublishedOffice, PublishedService, ServiceFee
from servicefinder.catalogue.presentation.office_cards import card_of
from servicefinder.catalogue.presentation.service_sections import SECTIONS
from tests.catalogue.conftest import at
from tests.factories.catalogue import DepartmentPageFactory, OfficePageFactory, ServicePageFactory

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")


def main_of(client: Client, slug: str) -> str:
    return shown_at(client, f"/dienstleistungen/{slug}/")


def shown_at(client: Client, address: str) -> str:
    """The main part of a page; indentation is not shown."""
    return " ".join(str(BeautifulSoup(client.get(address).content, "html.parser").main).split())


def whole_service(**values: Any) -> Any:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    office = OfficePageFactory(title="Rathaus", slug="rathaus", parent=department, open=True)
    return ServicePageFactory(
        title="Reisepass", slug="reisepass", parent=department, whole=True, at_offices=[office], **values
    )


def test_a_page_says_the_same_from_written_sections_and_without(client: Client) -> None:
    whole_service()
    from_written = main_of(client, "reisepass")

    PublishedService.objects.update(written_with="another", written={"worum": "of another release"})
    rendered_anew = main_of(client, "reisepass")

    assert from_written == rendered_anew
    assert "Worum geht es?" in from_written


@pytest.mark.parametrize("weekday", range(7))
def test_the_card_of_an_office_says_the_same_on_every_day(client: Client, weekday: int) -> None:
    whole_service()
    first = timezone.localdate() + timedelta(days=20)
    document = {**PublishedOffice.objects.get().document, "exceptions": [closed_between(first)]}
    html = written(document, timezone.localdate(), written="office_card")
    PublishedOffice.objects.update(document=document, **html)

    with at(_noon(timezone.localdate() + timedelta(days=weekday))):
        from_written = main_of(client, "reisepass")
        PublishedOffice.objects.update(written_with="another", written={"card": "of another release"})
        rendered_anew = main_of(client, "reisepass")

    assert from_written == rendered_anew
    assert "is-today" in from_written or weekday_of(weekday) > 4
    assert "Betriebsausflug" in from_written


def closed_between(first: date) -> dict[str, Any]:
    last = first + timedelta(days=2)
    days = {"starts_on": first.isoformat(), "ends_on": last.isoformat(), "closed": True}
    return {**days, "opens": None, "closes": None, "reason": "Betriebsausflug"}


def weekday_of(days_from_now: int) -> int:
    return (timezone.localdate() + timedelta(days=days_from_now)).weekday()


def test_the_list_says_the_same_from_written_rows_and_without(client: Client) -> None:
    whole_service(live_status="closed", live_status_reason="Umzug der Akten")
    from_written = shown_at(client, "/dienstleistungen/")

    PublishedService.objects.update(row="of another release", written_with="another")
    rendered_anew = shown_at(client, "/dienstleistungen/")

    assert from_written == rendered_anew
    assert "Zurzeit nicht möglich" in from_written


def test_the_contents_follow_what_the_page_has_by_now(client: Client) -> None:
    page = whole_service()
    contents = '<nav aria-labelledby="inhalt-dieser-seite" class="toc">'
    assert contents in main_of(client, "reisepass")

    row = PublishedService.objects.get()
    PublishedService.objects.update(written={**row.written, "contents_of": "worum", "contents": "old"})

    assert contents in main_of(client, page.slug)


def test_all_sections_but_those_of_the_moment_are_written() -> None:
    whole_service()

    row = PublishedService.objects.get()

    moment = {section.id for section in SECTIONS if section.of_the_moment}
    assert moment == {"dauer", "orte"}
    assert not moment & set(row.written)
    assert {"worum", "kosten", "recht", "kolophon"} <= set(row.written)


def test_what_is_written_holds_only_until_something_changes_by_itself(client: Client) -> None:
    today = timezone.localdate()
    start = today + timedelta(days=10)
    whole_service(
        fees=[
            ServiceFee(label="Reisepass", cents=7000, valid_until=start - timedelta(days=1)),
            ServiceFee(label="Reisepass", cents=8100, valid_from=start),
        ]
    )

    before = main_of(client, "reisepass")
    with at(_noon(start)):
        after = main_of(client, "reisepass")

    assert "70,00" in before.split("Ab ")[0]
    assert "81,00" in after
    assert "70,00" not in after


def test_a_new_release_has_the_worker_write_all_anew() -> None:
    page = whole_service()
    republish_due()
    assert not Job.objects.filter(kind=PUBLISH_KIND, key=f"service:{page.identity_id}").exists()

    PublishedService.objects.update(written_with="another")
    PublishedOffice.objects.update(written_with="another")
    republish_due()

    assert Job.objects.filter(kind=PUBLISH_KIND, key=f"service:{page.identity_id}").exists()
    office = PublishedOffice.objects.get().office_id
    assert Job.objects.filter(kind=PUBLISH_KIND, key=f"office:{office}").exists()


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=BERLIN)


def test_german_sentences_on_an_english_page_say_so() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    office = OfficePageFactory(
        open=True,
        hours_note="Donnerstags nur mit Termin.",
        public_transport="Bus 4, Haltestelle Rathaus",
        exceptions=[OpeningException(starts_on=tomorrow, ends_on=tomorrow, reason="Betriebsausflug")],
    ).office
    found = FoundOffice(PublishedOffice.objects.get(office=office).document)

    with override("en"):
        english = BeautifulSoup(card_of(found, timezone.now())["html"], "html.parser")
    german = BeautifulSoup(card_of(found, timezone.now())["html"], "html.parser")

    sentences = ["Betriebsausflug", "Donnerstags nur mit Termin.", "Bus 4, Haltestelle Rathaus"]
    assert [marked.text for marked in english.select("[lang=de]")] == sentences
    assert all(sentence in german.text for sentence in sentences)
    assert not german.select("[lang]")
