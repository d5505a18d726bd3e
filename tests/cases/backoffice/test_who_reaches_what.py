"""Role × route, generated from the addresses themselves: what nobody allowed is denied."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from servicefinder.cases.backoffice_urls import urlpatterns
from servicefinder.cases.domain.contents import IncomingFile
from servicefinder.cases.domain.handing_over import share
from servicefinder.cases.domain.journal import THE_SYSTEM
from servicefinder.cases.domain.transfers import request_transfer
from servicefinder.cases.domain.visibility import departments_of
from servicefinder.cases.exports.transfers import write_transfer
from servicefinder.cases.models import (
    Case,
    CaseDocument,
    CaseType,
    CaseTypeVersion,
    Deputy,
    TextModule,
    Transfer,
)
from servicefinder.catalogue.enums import Role
from tests.cases.backoffice.conftest import House, url
from tests.cases.exports.test_xdomea import closed_case
from tests.factories.catalogue import MembershipFactory, member_of
from tests.factories.uploads import picture_file

NAME = "Müller-Lüdenscheidt"
ROUTES = {pattern.name: pattern for pattern in urlpatterns}
# Of the case's own department alone, not of those it is shared with.
OWN_ONLY = {
    "abgeben",
    "freigeben",
    "freigabe_beenden",
    "xdomea",
    "zurueckstellen",
    "zurueckstellung_beenden",
}
# A post would take away what the others are about to ask for; see below.
DELETING = {"delete_module", "end_deputy"}
METHOD_REFUSED = "method"
DECIDING = {"new_type", "type", "switch_type", "approve_type"}
ROLES = ("nobody", "administrator", "ours-author", "ours-head", "theirs-author", "deputy", "shared")
OTHERS_ROLES = ("nobody", "administrator", "theirs-author", "theirs-head")


@pytest.fixture
def case(house: House) -> Case:
    return house.case(files=(IncomingFile("bild.png", "image/png", picture_file("PNG").getvalue()),))


@pytest.fixture
def rows(house: House, case: Case) -> dict[str, Any]:
    """What the parts of addresses stand for, all of our department."""
    today = timezone.localdate()
    head = house.people["ours-head"]
    deputy = Deputy.objects.create(
        person=head, deputy=house.people["ours-author"], valid_from=today, valid_until=today
    )
    return {
        "case_id": case.pk,
        "document_id": CaseDocument.objects.get(case=case).pk,
        "deputy_id": deputy.pk,
        "module_id": TextModule.objects.create(department=house.department, name="Gruß", text="Hallo").pk,
        "type_id": CaseType.objects.get().pk,
        "version_id": CaseTypeVersion.objects.get().pk,
        "transfer_id": handed_over(house).pk,
    }


def handed_over(house: House) -> Transfer:
    """An Abgabe that is ready to be fetched."""
    closed = closed_case()
    by = house.people["ours-head"]
    transfer = request_transfer(Case.objects.filter(pk=closed.pk), house.department, "Archiv", by)
    write_transfer(str(transfer.pk), {})
    return transfer


def address(name: str, rows: dict[str, Any]) -> str:
    keys = ROUTES[name].pattern.converters
    return url(name, *(rows[key] for key in keys))


def about_rows(name: str) -> bool:
    return bool(ROUTES[name].pattern.converters)


def client_of(house: House, role: str, case: Case) -> Client:
    if role == "nobody":
        return Client()
    if role == "deputy":
        today = timezone.localdate()
        Deputy.objects.create(
            person=house.people["ours-author"],
            deputy=house.people["theirs-author"],
            valid_from=today - timedelta(days=1),
            valid_until=today,
            entered_by=house.people["ours-head"],
        )
        return house.client("theirs-author")
    if role == "shared":
        share(case, house.other_department, THE_SYSTEM)
        return house.client("theirs-author")
    return house.client(role)


def expected(role: str, name: str) -> str:
    """`in`, `login`, `home` (back to the start of the back office) or `404`."""
    if role == "nobody":
        return "login"
    if role == "administrator":
        return "home"
    if name in DECIDING and role in ("ours-author", "deputy"):
        return "home"
    if name in DECIDING and role in ("theirs-author", "shared"):
        return "home" if name == "new_type" else "404"
    if name == "download_transfer":
        return "in" if role == "ours-head" else "404"
    if name == "end_deputy":
        return "in" if role == "ours-head" else "404"
    if not about_rows(name) or role in ("ours-author", "ours-head", "deputy"):
        return "in"
    if role == "shared" and "case_id" in ROUTES[name].pattern.converters and name not in OWN_ONLY:
        return "in"
    return "404"


def outcome(response: Any) -> str:
    if response.status_code == 405:  # Before anything is looked up.
        return METHOD_REFUSED
    if response.status_code == 404:
        return "404"
    if response.status_code == 302 and "/redaktion/login/" in response["Location"]:
        return "login"
    return "home" if response.status_code == 302 and response["Location"] == "/redaktion/" else "in"


@pytest.mark.parametrize("role", ROLES)
def test_everybody_gets_exactly_as_far_as_allowed(house: House, case: Case, rows: dict, role: str) -> None:
    client = client_of(house, role, case)

    for name in ROUTES:
        methods = ("get",) if name in DELETING else ("get", "post")
        got = {outcome(getattr(client, method)(address(name, rows))) for method in methods}
        assert got - {METHOD_REFUSED} <= {expected(role, name)}, (role, name, got)


@pytest.mark.parametrize("role", OTHERS_ROLES)
def test_no_address_gives_others_anything_personal(house: House, case: Case, rows: dict, role: str) -> None:
    client = client_of(house, role, case)
    journal = case.journal.count()

    for name in ROUTES:
        for method in ("get", "post"):
            response = getattr(client, method)(
                address(name, rows), {"suche": NAME} if method == "post" else {}
            )
            text = b"".join(response) if response.streaming else response.content
            assert NAME.encode() not in text.replace(b'value="' + NAME.encode(), b""), (role, name)
            assert case.reference.encode() not in text, (role, name)

    case.refresh_from_db()
    assert case.journal.count() == journal
    assert (case.version, TextModule.objects.count(), Deputy.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("name", ["delete_module", "end_deputy"])
def test_deleting_is_for_those_who_own(house: House, case: Case, rows: dict, name: str) -> None:
    place = address(name, rows)

    assert house.client("theirs-head").post(place).status_code == 404
    assert outcome(house.client("ours-head").post(place)) == "in"
    assert (TextModule.objects.exists(), Deputy.objects.exists()) == (
        name != "delete_module",
        name != "end_deputy",
    )


def test_what_is_over_ends_access(house: House, case: Case) -> None:
    today = timezone.localdate()
    Deputy.objects.create(
        person=house.people["ours-author"],
        deputy=house.people["theirs-author"],
        valid_from=today - timedelta(days=9),
        valid_until=today - timedelta(days=1),
        entered_by=house.people["ours-head"],
    )

    assert house.client("theirs-author").get(url("case", case.pk)).status_code == 404


@pytest.mark.parametrize("enters", ["theirs-head", "both", "ours-author", None])
def test_a_deputy_comes_into_no_department_that_is_not_led_by_who_entered_it(
    house: House, case: Case, enters: str | None
) -> None:
    """`both` works for both departments, and is away."""
    both = house.people["both"] = member_of(house.theirs, Role.AUTHOR, "both")
    MembershipFactory(user=both, department=house.department, role=Role.AUTHOR)
    today = timezone.localdate()
    Deputy.objects.create(
        person=both,
        deputy=house.people["theirs-author"],
        valid_from=today,
        valid_until=today,
        entered_by=house.people[enters] if enters else None,
    )

    assert departments_of(house.people["theirs-author"]) == {house.other_department.pk}
    assert house.client("theirs-author").get(url("case", case.pk)).status_code == 404
    assert departments_of(house.people["ours-author"]) == {house.department.pk}


def test_a_head_who_leads_no_longer_keeps_nothing_open(house: House) -> None:
    today = timezone.localdate()
    deputy, head = house.people["theirs-author"], house.people["ours-head"]
    Deputy.objects.create(
        person=house.people["ours-author"],
        deputy=deputy,
        valid_from=today,
        valid_until=today,
        entered_by=head,
    )
    assert departments_of(deputy) == {house.department.pk, house.other_department.pk}

    head.memberships.update(valid_until=today - timedelta(days=1))

    assert departments_of(deputy) == {house.other_department.pk}


def test_a_document_opens_only_below_its_own_case(house: House, case: Case, rows: dict) -> None:
    other = house.case()

    response = house.client("ours-author").get(url("document", other.pk, rows["document_id"]))

    assert response.status_code == 404
