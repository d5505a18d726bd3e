"""Sections of a service's page that are rendered with the publication."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from outbox.models import Job
from servicefinder.catalogue.domain.dependents import PUBLISH_KIND
from servicefinder.catalogue.domain.publishing import republish_due
from servicefinder.catalogue.models import PublishedService, ServiceFee
from servicefinder.catalogue.presentation.service_sections import SECTIONS
from tests.catalogue.conftest import at
from tests.factories.catalogue import DepartmentPageFactory, OfficePageFactory, ServicePageFactory

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")


def main_of(client: Client, slug: str) -> str:
    return str(BeautifulSoup(client.get(f"/dienstleistungen/{slug}/").content, "html.parser").main)


def whole_service(**values: Any) -> Any:
    department = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    office = OfficePageFactory(title="Rathaus", slug="rathaus", parent=department)
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
    republish_due()

    assert Job.objects.filter(kind=PUBLISH_KIND, key=f"service:{page.identity_id}").exists()


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=BERLIN)
