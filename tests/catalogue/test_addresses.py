"""Flat addresses: one per language, kept for good, whatever happens to the department."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from wagtail.models import PageViewRestriction

from home.registries import page_views
from servicefinder.catalogue.domain.addresses import claim, find
from servicefinder.catalogue.enums import AddressKind
from servicefinder.catalogue.models import DepartmentPage, PublicAddress, ServicePage, flat_path
from tests.factories.catalogue import (
    ContactPersonPageFactory,
    DepartmentPageFactory,
    LifeSituationFactory,
    OfficePageFactory,
    ServicePageFactory,
    publish,
    translate,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "path"),
    [
        ("de", "/dienstleistungen/reisepass/"),
        ("en", "/en/dienstleistungen/reisepass/"),
        ("de-simple", "/leichte-sprache/dienstleistungen/reisepass/"),
    ],
)
def test_path_per_language(language: str, path: str) -> None:
    assert flat_path(AddressKind.SERVICE, language, "reisepass") == path


def test_pages_know_their_flat_address() -> None:
    above = DepartmentPageFactory(slug="ordnungsamt")
    department = DepartmentPageFactory(slug="verkehr", parent=above)

    assert department.url == "/aemter/verkehr/"
    assert ServicePageFactory(slug="kfz", parent=department).url == "/dienstleistungen/kfz/"
    assert OfficePageFactory(slug="rathaus", parent=department).url == "/standorte/rathaus/"


def test_old_address_redirects_after_a_renaming(client: Client) -> None:
    page = ServicePageFactory(title="Reisepass", slug="reisepass")
    publish(page, slug="pass")
    publish(page, slug="pass-beantragen")

    for old in ("reisepass", "pass"):
        answer = client.get(f"/dienstleistungen/{old}/")
        assert (answer.status_code, answer["Location"]) == (301, "/dienstleistungen/pass-beantragen/")
    assert client.get("/dienstleistungen/pass-beantragen/").status_code == 200


def test_renaming_back_makes_the_first_address_current_again() -> None:
    page = ServicePageFactory(slug="reisepass")
    publish(page, slug="pass")

    publish(page, slug="reisepass")

    found, old = find(AddressKind.SERVICE, "de", "reisepass"), find(AddressKind.SERVICE, "de", "pass")
    assert found is not None and found.redirect is None
    assert old is not None and old.redirect == "/dienstleistungen/reisepass/"


def test_address_survives_renaming_and_moving_the_department(client: Client) -> None:
    first, second = DepartmentPageFactory(slug="eins"), DepartmentPageFactory(slug="zwei")
    page = ServicePageFactory(slug="reisepass", parent=first)

    publish(first, title="Ganz anders", slug="anders")
    DepartmentPage.objects.get(pk=first.pk).move(DepartmentPage.objects.get(pk=second.pk), pos="last-child")

    assert client.get("/dienstleistungen/reisepass/").status_code == 200
    assert ServicePage.objects.get(pk=page.pk).url == "/dienstleistungen/reisepass/"
    assert client.get("/aemter/eins/")["Location"] == "/aemter/anders/"


def test_two_departments_cannot_have_the_same_address() -> None:
    first, second = DepartmentPageFactory(), DepartmentPageFactory()
    ServicePageFactory(slug="anmeldung", parent=first)

    with pytest.raises(ValidationError) as error:
        ServicePageFactory(slug="anmeldung", parent=second)

    assert error.value.message_dict == {
        "slug": ["Diese Adresse ist schon vergeben. Bitte eine andere wählen."]
    }


def test_address_in_use_elsewhere_cannot_be_published(client: Client) -> None:
    page, other = ServicePageFactory(slug="eins"), ServicePageFactory(slug="zwei")
    publish(page, slug="frueher-eins")

    with pytest.raises(ValidationError):
        publish(other, slug="eins")

    assert client.get("/dienstleistungen/eins/")["Location"] == "/dienstleistungen/frueher-eins/"


def test_database_refuses_a_second_owner() -> None:
    page, other = ServicePageFactory(slug="eins"), ServicePageFactory(slug="zwei")

    with pytest.raises(IntegrityError), transaction.atomic():
        claim(AddressKind.SERVICE, "de", "eins", other.translation_key, public=True)

    assert PublicAddress.objects.get(slug="eins").target == page.translation_key


def test_slug_made_from_the_title_avoids_taken_addresses() -> None:
    first, second = DepartmentPageFactory(), DepartmentPageFactory()
    ServicePageFactory(title="Anmeldung", slug="anmeldung", parent=first)

    page = ServicePageFactory(title="Anmeldung", slug="", parent=second)

    assert page.slug == "anmeldung-2"


def test_kinds_and_languages_do_not_get_in_each_others_way() -> None:
    department = DepartmentPageFactory(slug="standesamt")
    OfficePageFactory(slug="standesamt", parent=department)
    german = ServicePageFactory(slug="pass")

    english = translate(german, title="Pass")

    assert english.url == "/en/dienstleistungen/pass/"
    assert PublicAddress.objects.filter(slug="standesamt").count() == 2


def test_unpublished_names_leave_no_redirect() -> None:
    page = ServicePageFactory(slug="arbeitstitel", draft=True)

    publish(page, slug="reisepass")

    assert find(AddressKind.SERVICE, "de", "arbeitstitel") is None


def test_deleted_page_gives_its_addresses_back() -> None:
    page = ServicePageFactory(slug="reisepass")
    publish(page, slug="pass")

    ServicePage.objects.get(pk=page.pk).delete()

    assert not PublicAddress.objects.filter(kind=AddressKind.SERVICE).exists()
    assert ServicePageFactory(slug="reisepass").url == "/dienstleistungen/reisepass/"


def test_life_situations_have_addresses_too() -> None:
    situation = LifeSituationFactory(slug="umziehen")
    situation.slug = "umzug"
    situation.save()

    old = find(AddressKind.LIFE_SITUATION, "de", "umziehen")

    assert old is not None and old.redirect == "/lebenslagen/umzug/"
    situation.delete()
    assert find(AddressKind.LIFE_SITUATION, "de", "umzug") is None


@pytest.mark.parametrize("state", ["draft", "unpublished", "unknown"])
def test_what_is_not_live_is_not_found(client: Client, state: str) -> None:
    if state != "unknown":
        page = ServicePageFactory(slug="geheim", draft=state == "draft")
        if state == "unpublished":
            page.unpublish()

    assert client.get("/dienstleistungen/geheim/").status_code == 404


def test_private_page_asks_for_the_password_first(client: Client) -> None:
    page = ServicePageFactory(title="Vertraulich", slug="vertraulich", summary="Nur für den Rat")
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="auenland"
    )

    answer = client.get("/dienstleistungen/vertraulich/")

    assert "Nur für den Rat" not in answer.content.decode()
    assert PublicAddress.objects.filter(slug="vertraulich").exists()


def test_address_of_the_tree_leads_to_the_flat_one(client: Client) -> None:
    above = DepartmentPageFactory(slug="ordnungsamt")
    below = DepartmentPageFactory(slug="verkehr", parent=above)
    ServicePageFactory(slug="kfz", parent=below)

    answer = client.get("/aemter/ordnungsamt/verkehr/kfz/")
    department = client.get("/aemter/ordnungsamt/verkehr/")

    assert (answer.status_code, answer["Location"]) == (301, "/dienstleistungen/kfz/")
    assert (department.status_code, department["Location"]) == (301, "/aemter/verkehr/")


def test_contact_person_leads_to_the_department(client: Client) -> None:
    department = DepartmentPageFactory(slug="buergeramt")

    person = ContactPersonPageFactory(title="Karin Feld", slug="karin-feld", parent=department)

    assert person.url == "/aemter/buergeramt/"
    answer = client.get("/aemter/buergeramt/karin-feld/")
    assert (answer.status_code, answer["Location"]) == (301, "/aemter/buergeramt/")


def test_every_kind_of_page_has_its_view() -> None:
    assert page_views.view_for(ServicePage) is not None
    assert page_views.view_for(DepartmentPage) is not None
