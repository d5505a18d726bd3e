"""Publishing a form writes what its submissions belong to."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Revision

from outbox.domain.scheduled_publishing import SomeFailed, publish_due
from outbox.models import Job
from servicefinder.catalogue.domain.publishing import republish
from servicefinder.catalogue.enums import OnlineServiceKind
from servicefinder.catalogue.models import PublishedService, ServiceOnlineService
from servicefinder.catalogue.registries import all_online_services, online_service
from servicefinder.forms.domain.definitions import FormDef
from servicefinder.forms.domain.preflight import NotReady
from servicefinder.forms.domain.versions import current_version, form_of_version
from servicefinder.forms.models import FormPage, FormVersion
from servicefinder.forms.online_services import key_of
from tests.factories.catalogue import DepartmentPageFactory, ServicePageFactory, publish
from tests.factories.form_pages import DEFINITION, form_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> FormPage:
    return form_draft(DepartmentPageFactory(title="Kämmerei"))


def test_a_version_is_what_the_page_was(page: FormPage) -> None:
    assert current_version(page.form) is None

    published = publish(page)

    version = current_version(published.form)
    assert version is not None
    assert version.number == 1
    assert form_of_version(version) == FormDef.from_json(DEFINITION)
    assert version.settings["case_type"] == "hundesteuer"
    assert version.settings["purpose"] == "Wir führen das Register der Hunde."
    assert version.settings["department"]["name"] == "Kämmerei"


def test_only_a_difference_makes_a_new_version(page: FormPage) -> None:
    publish(page)
    publish(page)
    assert FormVersion.objects.count() == 1

    publish(page, purpose="Wir erheben die Steuer.")

    assert [each.number for each in FormVersion.objects.all()] == [2, 1]


def test_what_is_not_ready_does_not_go_live(page: FormPage) -> None:
    with pytest.raises(NotReady, match="„Zweck“ fehlt"):
        publish(page, purpose="")

    assert not FormPage.objects.get().live
    assert not FormVersion.objects.exists()


def test_a_schedule_does_not_publish_what_is_not_ready_any_more(page: FormPage) -> None:
    page.purpose = ""
    revision = page.save_revision()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(hours=1))

    with pytest.raises(SomeFailed, match="„Zweck“ fehlt"):
        publish_due()

    assert not FormPage.objects.get().live


def linked_service(page: FormPage) -> Any:
    link = ServiceOnlineService(
        label="Hund anmelden", kind=OnlineServiceKind.INTERNAL, key=key_of(page.form_id)
    )
    return ServicePageFactory(title="Hundesteuer", parent=page.get_parent().specific, online_services=[link])


def online(service: Any) -> tuple[bool, str]:
    republish("service", service.translation_key)
    row = PublishedService.objects.get(service=service.translation_key, language="de")
    return row.online, row.document["online_services"][0]["url"]


def test_a_service_is_online_while_its_form_is(page: FormPage) -> None:
    service = linked_service(page)
    assert online(service) == (False, "")

    published = publish(page)
    assert online(service) == (True, "/formular/hund-anmelden/")
    assert [each.label for each in all_online_services() if each.name == key_of(page.form_id)] == [
        "Hund anmelden"
    ]

    published.slug = "hund"
    published.save_revision().publish()
    assert online(service) == (True, "/formular/hund/")

    FormPage.objects.get().unpublish()
    assert online(service) == (False, "")


def test_services_are_built_again_when_their_form_changes(page: FormPage) -> None:
    service = linked_service(page)
    Job.objects.all().delete()

    publish(page)

    assert Job.objects.filter(key=f"service:{service.translation_key}").exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda page: PageViewRestriction.objects.create(page=page, restriction_type="login"),
        lambda page: PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login"),
        lambda page: Page.objects.get(pk=page.pk).unpublish(),
        lambda page: Page.objects.get(pk=page.pk).unpublish(set_expired=True),
        lambda page: Page.objects.get(pk=page.pk).move(DepartmentPageFactory(title="Amt"), pos="last-child"),
    ],
    ids=["restricted", "restricted above", "unpublished", "expired", "moved"],
)
def test_services_are_built_again_whoever_takes_their_form_away(page: FormPage, change: Any) -> None:
    publish(page)
    link = ServiceOnlineService(label="Anmelden", kind=OnlineServiceKind.INTERNAL, key=key_of(page.form_id))
    elsewhere = DepartmentPageFactory(title="Ordnungsamt")
    service = ServicePageFactory(title="Hundesteuer", parent=elsewhere, online_services=[link])
    Job.objects.all().delete()

    change(FormPage.objects.get())

    assert Job.objects.filter(key=f"service:{service.translation_key}").exists()


def test_a_form_with_an_english_title_is_offered_in_english(page: FormPage) -> None:
    publish(page)
    service = online_service(key_of(page.form_id))
    assert service is not None
    assert service.path("en") == "/formular/hund-anmelden/"

    publish(page, english_texts={"Hund anmelden": "Register a dog"})

    service = online_service(key_of(page.form_id))
    assert service is not None
    assert service.path("en") == "/en/formular/hund-anmelden/"


def test_a_form_for_some_people_is_not_online(page: FormPage) -> None:
    publish(page)
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert online_service(key_of(page.form_id)) is None
    assert online_service("form-xyz") is None


def test_many_forms_are_listed_with_one_query(page: FormPage, django_assert_num_queries: Any) -> None:
    publish(page)
    for number in range(3):
        publish(form_draft(page.get_parent().specific, deepcopy(DEFINITION), title=f"Formular {number}"))

    with django_assert_num_queries(2):
        listed = all_online_services()
    assert len([each for each in listed if each.name.startswith("form-")]) == 4
