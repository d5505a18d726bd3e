import json
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from servicefinder.cases.domain.contents import Contents, IncomingFile, Person
from servicefinder.cases.domain.erasure_requests import approve_erasure, refuse_erasure, request_erasure
from servicefinder.cases.domain.journal import THE_SYSTEM
from servicefinder.cases.domain.person_exports import (
    NotIdentified,
    cases_of_person,
    departments_headed_by,
    write_disclosure,
)
from servicefinder.cases.domain.retention import hold
from servicefinder.cases.domain.transitions import NotPossible
from servicefinder.cases.enums import EntryKind, ErasureReason
from servicefinder.cases.models import Case, DeletionProof, ErasureRequest
from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import Membership
from tests.factories.cases import case_type, department, opened_case

pytestmark = pytest.mark.django_db

NEXT_YEAR = timezone.localdate() + timedelta(days=365)
NAME, BORN, EMAIL = "Erika Müller-Lüdenscheidt", "1980-02-29", "erika@example.org"


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def user(name: str, role: Role | None = None):
    made = get_user_model().objects.create_user(username=name, password="x")
    if role:
        Membership.objects.create(user=made, department=department(), role=role)
    return made


def test_a_name_alone_is_no_person():
    with pytest.raises(NotIdentified):
        cases_of_person([department().pk], NAME, THE_SYSTEM)


def test_a_person_is_found_by_name_and_birth_date_or_address_in_the_own_department_only():
    case = opened_case().case
    namesake = Contents(Person("Müller-Lüdenscheidt", "Erika", EMAIL, "", "1999-01-01"))
    opened_case(contents=namesake)
    case_type("anderes", of=department("Bauamt"))
    opened_case(case_type="anderes")
    mine = [department().pk]

    assert cases_of_person(mine, NAME, THE_SYSTEM, birth_date=BORN) == [case]
    assert cases_of_person(mine, "mueller luedenscheidt", THE_SYSTEM, birth_date=BORN, email=EMAIL) == [case]
    assert len(cases_of_person(mine, NAME, THE_SYSTEM, email="ERIKA@example.org")) == 2
    assert cases_of_person(mine, NAME, THE_SYSTEM, birth_date="1980-03-01") == []
    assert case.journal.filter(kind=EntryKind.FOUND_BY_NAME).count() == 3


def test_the_disclosure_holds_everything_and_is_journalled():
    file = IncomingFile("Plan.pdf", "application/pdf", b"%PDF-1.7 plan")
    case = opened_case(files=(file,)).case
    target = BytesIO()

    write_disclosure(target, [case], THE_SYSTEM)

    with ZipFile(target) as package:
        [value] = json.loads(package.read("auskunft.json"))
        page = package.read("auskunft.html").decode()
        document = case.documents.get()
        assert package.read(f"{case.reference}/{document.pk}.pdf") == file.content
    assert value["contents"]["person"]["email"] == EMAIL
    assert "Die Laterne ist aus." in page
    assert "Plan.pdf" in page
    assert case.journal.filter(kind=EntryKind.EXPORTED).count() == 1


def test_a_second_person_decides_about_an_erasure():
    case, first, second = opened_case().case, user("erste"), user("zweite")
    asked = request_erasure(case, ErasureReason.UNLAWFUL, first)
    with pytest.raises(NotPossible, match="schon beantragt"):
        request_erasure(case, ErasureReason.UNLAWFUL, second)
    with pytest.raises(NotPossible, match="zweite Person"):
        approve_erasure(asked, first)
    assert Case.objects.exists()

    approve_erasure(asked, second)

    assert not Case.objects.exists()
    assert DeletionProof.objects.get().reason == ErasureReason.UNLAWFUL


def test_a_refused_or_held_case_stays():
    case, first = opened_case().case, user("erste")
    refuse_erasure(request_erasure(case, ErasureReason.OBJECTED, first))
    assert not ErasureRequest.objects.exists()
    assert case.journal.filter(kind=EntryKind.ERASURE_REQUESTED).exists()

    hold(case, "Klage", THE_SYSTEM, until=NEXT_YEAR)

    with pytest.raises(NotPossible, match="zurückgestellt"):
        request_erasure(case, ErasureReason.OBJECTED, first)


def test_only_heads_answer_and_administrators_are_none():
    assert departments_headed_by(user("leitung", Role.HEAD)) == {department().pk}
    assert departments_headed_by(user("autorin", Role.AUTHOR)) == set()
    admin = get_user_model().objects.create_superuser(username="admin", password="x")
    assert departments_headed_by(admin) == set()
