from io import BytesIO
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from servicefinder.cases.enums import DeliveryState
from servicefinder.cases.models import Case, Delivery, ErasureRequest
from servicefinder.catalogue.enums import Role
from tests.cases.domain.test_person_exports import BORN, NAME, own_files, user
from tests.factories.cases import opened_case

__all__ = ["own_files"]
pytestmark = pytest.mark.django_db
PERSON = {"name": NAME, "birth_date": BORN, "email": ""}


def signed_in(client, name: str, role: Role):
    made = user(name, role)
    made.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(made)
    return client


def test_a_head_finds_discloses_and_with_a_second_one_erases(client):
    case = opened_case().case
    signed_in(client, "eine", Role.HEAD)
    index = reverse("cases_person_requests")

    assert case.reference in client.post(index, PERSON).content.decode()
    response = client.post(reverse("cases_disclosure"), PERSON)
    assert "auskunft.json" in ZipFile(BytesIO(response.getvalue())).namelist()
    client.post(reverse("cases_ask_erasure", args=[case.pk]), {"reason": "unlawful"})
    decide = reverse("cases_decide_erasure", args=[ErasureRequest.objects.get().pk])
    client.post(decide, {"decision": "approve"})
    assert Case.objects.exists()

    signed_in(client, "andere", Role.HEAD)
    assert case.reference in client.get(index).content.decode()
    client.post(decide, {"decision": "approve"})
    assert not Case.objects.exists()


def test_too_little_is_said_beside_the_field(client):
    signed_in(client, "eine", Role.HEAD)

    page = client.post(reverse("cases_person_requests"), {"name": NAME}).content.decode()

    assert "dazu das Geburtsdatum oder die E-Mail-Adresse" in page


def test_others_are_refused(client):
    signed_in(client, "autorin", Role.AUTHOR)

    assert client.get(reverse("cases_person_requests")).status_code in (302, 403)


def test_a_stuck_delivery_is_shown_and_tried_again(client):
    case = opened_case(deliver_to=(("demo", {}),)).case
    Delivery.objects.update(state=DeliveryState.STUCK)
    signed_in(client, "eine", Role.AUTHOR)

    assert case.reference in client.get(reverse("cases_deliveries")).content.decode()
    client.post(reverse("cases_retry_delivery", args=[Delivery.objects.get().pk]))

    assert Delivery.objects.get().state == DeliveryState.WAITING
