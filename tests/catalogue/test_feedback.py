"""Feedback on a service: whose it is, and who sees it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from home.models import CitizenMessage
from home.registries import FeedbackSubject, feedback_subjects, staff_departments
from servicefinder.catalogue.models import Membership, PublishedService
from tests.factories.catalogue import DepartmentPageFactory, ServicePageFactory, member_of, publish, translate


@pytest.fixture
def service(db: Any) -> Any:
    department = DepartmentPageFactory(title="Bürgeramt", email="buergeramt@stadt.example")
    return ServicePageFactory(parent=department, title="Reisepass beantragen", slug="reisepass")


def subject(slug: str, language: str = "de") -> FeedbackSubject | None:
    return feedback_subjects.get("catalogue.services").subject(slug, language)


def departments_of(user: Any) -> set[Any]:
    return staff_departments.get("catalogue.members").of(user)


def test_service_and_its_department_are_named(service: Any) -> None:
    found = subject("reisepass")

    assert (found.id, found.title) == (service.service_id, "Reisepass beantragen")
    assert found.url == "/dienstleistungen/reisepass/"
    assert (found.department_name, found.department_email) == ("Bürgeramt", "buergeramt@stadt.example")
    assert found.department_id == service.service.department_id


def test_old_address_leads_to_the_same_service(service: Any) -> None:
    publish(service, slug="pass")

    assert subject("reisepass").url == "/dienstleistungen/pass/"


def test_only_public_services_take_feedback(service: Any) -> None:
    ServicePageFactory(parent=service.get_parent(), title="Entwurf", slug="entwurf", draft=True)
    assert subject("entwurf") is None
    assert subject("gibt-es-nicht") is None

    PublishedService.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert subject("reisepass") is None


def test_in_another_language_the_department_may_be_known_in_german_only(service: Any) -> None:
    translate(service, "en", title="Apply for a passport", slug="passport")
    PublishedService.objects.filter(language="en").first()

    found = subject("passport", "en")

    assert (found.title, found.url) == ("Apply for a passport", "/en/dienstleistungen/passport/")
    assert found.department_email == "buergeramt@stadt.example"
    assert subject("reisepass", "en") is None


def test_members_of_today_see_the_departments_messages(service: Any, client: Client) -> None:
    member = member_of(service.get_parent().specific)
    former = member_of(service.get_parent().specific, username="frueher")
    Membership.objects.filter(user=former).update(valid_until=timezone.localdate() - timedelta(days=1))
    CitizenMessage.objects.create(
        kind="feedback",
        text="Der Preis fehlt.",
        subject="Reisepass beantragen",
        language="de",
        department_id=service.service.department_id,
    )

    assert departments_of(member) == {service.service.department_id}
    assert departments_of(former) == set()
    client.force_login(member)
    assert "Reisepass beantragen" in client.get(reverse("citizenmessage:index")).content.decode()


def test_form_is_linked_from_the_service(service: Any, client: Client) -> None:
    address = reverse("feedback", args=["reisepass"])

    assert f'href="{address}"' in client.get("/dienstleistungen/reisepass/").content.decode()
    form = client.get(address).content.decode()
    assert "Was fehlt? Reisepass beantragen" in form
    assert 'href="/dienstleistungen/reisepass/"' in form
