"""Loading the demo city, and deleting exactly it again."""

from io import StringIO

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from config.checks import refuse_demo_accounts
from democity.installation import install_city, load_demo_city_once
from democity.models import DemoRecord
from democity.people import PEOPLE
from home.models import EventPage, HomePage, NewsPage, OfficialNoticePage, StandardPage
from outbox.models import OutgoingMail
from servicefinder.cases.domain.journal import verify
from servicefinder.cases.enums import CaseState
from servicefinder.cases.models import Case, CaseDocument, CaseType, DataKey, ServiceDuration
from servicefinder.catalogue.models import (
    DepartmentPage,
    LifeSituation,
    OfficePage,
    PublishedService,
    ServicePage,
)
from servicefinder.forms.models import FormPage, FormVersion

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_an_empty_city_has_home_finder_and_legal_pages_and_no_service(media):
    install_city("Neustadt")
    install_city("Neustadt")

    home = HomePage.objects.get(locale__language_code="de")
    assert home.title == "Neustadt"
    assert HomePage.objects.count() == len(settings.LANGUAGES)
    assert set(StandardPage.objects.child_of(home).values_list("slug", flat=True)) >= {
        "impressum",
        "datenschutz",
        "barrierefreiheit",
    }
    assert not ServicePage.objects.exists()


def test_the_demo_city_loads_once_and_only_it_is_deleted(media):
    install_city("Auenstadt")
    empty = set(Page.objects.values_list("url_path", flat=True))

    assert load_demo_city_once("Auenstadt") == "demo city loaded"
    assert load_demo_city_once("Auenstadt") == "already there"

    assert PublishedService.objects.filter(language="de").count() == ServicePage.objects.live().count() >= 60
    assert DepartmentPage.objects.live().count() == 12
    assert OfficePage.objects.live().count() == 10
    assert LifeSituation.objects.count() == 14
    assert NewsPage.objects.live().count() >= 20
    assert EventPage.objects.live().count() >= 30
    assert User.objects.filter(is_demo=True).count() == len(PEOPLE)
    assert_back_office_is_alive()

    editor = User.objects.create(username="echt")
    ours = StandardPage(title="Unsere Seite")
    HomePage.objects.get(locale__language_code="de").add_child(instance=ours)
    edited = ServicePage.objects.get(slug="reisepass")
    edited.save_revision(user=editor).publish()
    out = StringIO()
    call_command("delete_demo_city", "--yes", stdout=out)

    assert "bleibt: Reisepass beantragen (wurde seither bearbeitet)" in out.getvalue()
    assert ServicePage.objects.get() == edited
    left = set(Page.objects.values_list("url_path", flat=True))
    assert empty <= left
    assert ours.url_path in left
    assert not OfficialNoticePage.objects.exists()
    assert list(User.objects.all()) == [editor]
    assert not Case.objects.exists()
    assert not CaseDocument.objects.exists()
    assert not CaseType.objects.exists()
    assert not FormVersion.objects.exists()
    assert not DataKey.objects.filter(subject__startswith="case:").exists()
    assert all(not record.content_type.model.startswith("news") for record in DemoRecord.objects.all())
    assert load_demo_city_once("Auenstadt") == "already there"


def assert_back_office_is_alive():
    """Cases in every state, with chains that hold, nothing in the future, and worked by somebody."""
    cases = Case.objects.filter(is_demo=True)
    assert cases.count() == 200
    assert set(cases.values_list("state", flat=True)) == set(CaseState.values)
    assert cases.filter(state__in=("in_work", "waiting", "closed"), assigned_to=None).count() == 0
    assert list(verify(cases)) == []
    assert not cases.filter(journal__at__gt=timezone.now()).exists()
    assert CaseDocument.objects.filter(source="decision").exists()
    assert ServiceDuration.objects.filter(count__gte=20).count() >= 2
    assert FormPage.objects.live().count() == FormVersion.objects.count() >= 12
    assert OutgoingMail.objects.count() == 0
    online = PublishedService.objects.get(language="de", slug="geburtsurkunde").document["online_services"][0]
    assert online["url"] == "/formular/geburtsurkunde-bestellen/"


def test_a_city_with_services_of_its_own_gets_no_demo_content(media):
    install_city("Neustadt")
    department = DepartmentPage(title="Amt")
    Page.objects.get(slug="aemter").add_child(instance=department)
    department.add_child(instance=ServicePage(title="Eigene Dienstleistung"))

    assert "own content" in load_demo_city_once("Neustadt")

    assert ServicePage.objects.count() == 1


def test_production_refuses_to_start_with_a_demo_account(settings):
    account = User.objects.create(username="verwaltung", is_demo=True)
    refuse_demo_accounts()

    settings.PRODUCTION = True
    with pytest.raises(ImproperlyConfigured, match="verwaltung"):
        refuse_demo_accounts()

    DemoRecord.objects.create(
        content_type=ContentType.objects.get_for_model(User), object_id=str(account.pk), label="verwaltung"
    )
    call_command("delete_demo_city", "--accounts", "--yes", stdout=StringIO())
    refuse_demo_accounts()
