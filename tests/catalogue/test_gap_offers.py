"""What a query without an answer can become in the catalogue."""

import pytest

from search.domain.rebuilding import rebuild
from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.gap_offers import kept_services, service_offers, word_offers
from tests.factories.catalogue import DepartmentPageFactory, ServicePageFactory, member_of

pytestmark = pytest.mark.django_db


def test_word_is_offered_at_the_nearest_service_that_the_person_may_change() -> None:
    department, other = DepartmentPageFactory(title="Bauamt"), DepartmentPageFactory(title="Sozialamt")
    service = ServicePageFactory(parent=department, title="Baulast eintragen lassen")
    author, neighbour = member_of(department), member_of(other, username="berta")
    rebuild()

    (own,) = word_offers("Baulast", "de", author)
    (elsewhere,) = word_offers("Baulast", "de", neighbour)
    (unknown,) = word_offers("Xqzvw", "de", author)

    assert own.label == "Wort ergänzen bei „Baulast eintragen lassen“"
    assert own.url == f"/redaktion/pages/{service.pk}/edit/"
    assert elsewhere.url == f"/redaktion/pages/{other.pk}/"
    assert unknown.url == f"/redaktion/pages/{department.pk}/"


def test_service_is_written_where_the_person_may_write() -> None:
    department = DepartmentPageFactory(title="Bauamt")

    (offer,) = service_offers("Baulast", "de", member_of(department))

    assert offer.url == "/redaktion/dienstleistungen/neu/"


def test_services_are_kept_by_those_who_publish_for_their_department() -> None:
    department, other = DepartmentPageFactory(title="Bauamt"), DepartmentPageFactory(title="Sozialamt")
    service = ServicePageFactory(parent=department, title="Baulast eintragen lassen")
    approver = member_of(department, role=Role.APPROVER, username="anna")
    author = member_of(department, role=Role.AUTHOR, username="berta")
    neighbour = member_of(other, role=Role.HEAD, username="clara")

    assert kept_services(approver) == {str(service.service_id)}
    assert kept_services(author) == kept_services(neighbour) == set()
