"""Pages and documents that are not for everybody: no way in without limits, no cookie before it opens."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import Collection, Site

from accounts.shared_passwords import ATTEMPTS_PER_NETWORK
from home.domain.installation import install_home
from home.models import HomePage
from tests.factories.home import standard_page

pytestmark = pytest.mark.django_db
PASSWORD = "nur-fuer-die-presse"


@pytest.fixture(autouse=True)
def installed_city(settings: Any, tmp_path: Any) -> None:
    settings.RATE_LIMITS, settings.MEDIA_ROOT = True, tmp_path
    install_home("Teststadt")
    Site.clear_site_root_paths_cache()


@pytest.fixture
def citizen() -> Client:
    return Client(enforce_csrf_checks=True, headers={"sec-fetch-site": "same-origin"})


@pytest.fixture(params=["page", "document"])
def protected(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Address of something protected, and where its password is sent."""
    if request.param == "page":
        page = standard_page("Vorab", below=HomePage.objects.get(locale__language_code="de"))
        restriction = page.view_restrictions.create(restriction_type="password", password=PASSWORD)
        return page.url, f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    collection = Collection.get_first_root_node().add_child(name="Presse")
    restriction = collection.view_restrictions.create(restriction_type="password", password=PASSWORD)
    file = ContentFile(b"%PDF-1.7", name="vorab.pdf")
    document = get_document_model().objects.create(title="Vorab", file=file, collection=collection)
    return document.url, f"/dokumente/authenticate_with_password/{restriction.pk}/"


def test_password_opens_and_only_then_a_cookie_is_set(citizen: Client, protected: tuple[str, str]):
    address, door = protected

    asked = citizen.get(address)
    wrong = citizen.post(door, {"password": "falsch", "return_url": address})
    right = citizen.post(door, {"password": PASSWORD, "return_url": address})

    assert f'action="{door}"' in asked.text
    assert "Kennwort nötig" in asked.text and 'type="password"' in wrong.text
    assert not asked.cookies and not wrong.cookies
    assert (right.status_code, right.url) == (302, address)
    assert set(right.cookies) == {"sessionid"}
    assert citizen.get(address).status_code == 200


def test_guessing_a_shared_password_ends(citizen: Client, protected: tuple[str, str]):
    address, door = protected
    data = {"password": "falsch", "return_url": address}

    answers = [citizen.post(door, data).status_code for _ in range(ATTEMPTS_PER_NETWORK + 1)]

    assert answers == [200] * ATTEMPTS_PER_NETWORK + [429]
    assert citizen.post(door, data | {"password": PASSWORD}).status_code == 429


def test_password_is_taken_from_our_own_page_only(protected: tuple[str, str]):
    address, door = protected

    answer = Client(headers={"sec-fetch-site": "cross-site"}).post(
        door, {"password": PASSWORD, "return_url": address}
    )

    assert answer.status_code == 403


@pytest.mark.parametrize("prefix", ["", "/en", "/leichte-sprache"])
def test_second_sign_in_leads_to_the_limited_one(client: Client, prefix: str):
    for answer in (
        client.get(f"{prefix}/_util/login/?next=/vorab/"),
        client.post(f"{prefix}/_util/login/?next=/vorab/", {"username": "redaktion", "password": "falsch"}),
    ):
        assert (answer.status_code, answer.url) == (302, "/redaktion/login/?next=/vorab/")
        assert not answer.cookies


def test_page_for_people_who_are_signed_in_leads_there_too(citizen: Client):
    page = standard_page("Intern", below=HomePage.objects.get(locale__language_code="de"))
    page.view_restrictions.create(restriction_type="login")

    answer = citizen.get(page.url, follow=True)

    assert answer.request["PATH_INFO"] == "/redaktion/login/"
