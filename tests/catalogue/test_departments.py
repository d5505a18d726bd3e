"""Departments are renamed, merged and dissolved; what they own always keeps an owner."""

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection, Page, PageLogEntry

from accounts.models import User
from servicefinder.catalogue.domain.department_tree import branch_of, line_of
from servicefinder.catalogue.domain.departments import CannotMerge, DepartmentOwnsSomething, merge, rename
from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import (
    Department,
    DepartmentPage,
    Office,
    PublishedService,
    Service,
    ServicePage,
)
from tests.catalogue.conftest import TwoDepartments
from tests.factories.catalogue import (
    ContactPersonPageFactory,
    DepartmentPageFactory,
    OfficePageFactory,
    ServicePageFactory,
    member_of,
    translate,
)

pytestmark = pytest.mark.django_db


def test_line_and_branch_of_the_tree() -> None:
    top = DepartmentPageFactory(title="Dezernat").department
    middle_page = DepartmentPageFactory(title="Amt", parent=DepartmentPage.objects.get(department=top))
    low = DepartmentPageFactory(title="Abteilung", parent=middle_page).department
    DepartmentPageFactory(title="Anderes")

    assert [each.name for each in line_of(Department.objects.get(pk=low.pk))] == [
        "Dezernat",
        "Amt",
        "Abteilung",
    ]
    assert branch_of(top.pk) == [top.pk, middle_page.department_id, low.pk]


def test_renaming_is_live_journalled_and_redirects(client: Client) -> None:
    page = DepartmentPageFactory(title="Bürgeramt", slug="buergeramt")
    service = ServicePageFactory(parent=page)
    admin = User.objects.create_superuser("admin")

    rename(page.department, "Bürgerservice", slug="buergerservice", user=admin)

    page = DepartmentPage.objects.get(pk=page.pk)
    assert (page.title, page.department.name, page.url) == (
        "Bürgerservice",
        "Bürgerservice",
        "/aemter/buergerservice/",
    )
    assert client.get("/aemter/buergeramt/")["Location"] == "/aemter/buergerservice/"
    entry = PageLogEntry.objects.get(action="catalogue.rename_department")
    assert (entry.user, entry.data) == (admin, {"before": "Bürgeramt", "after": "Bürgerservice"})
    assert Service.objects.get(pk=service.service_id).department == page.department


def test_deletion_is_refused_while_something_is_owned() -> None:
    department = DepartmentPageFactory(title="Bürgeramt")
    page = ServicePageFactory(title="Reisepass", parent=department)

    with pytest.raises(DepartmentOwnsSomething, match="Reisepass"), transaction.atomic():
        DepartmentPage.objects.get(pk=department.pk).delete()
    with pytest.raises(DepartmentOwnsSomething), transaction.atomic():
        Page.objects.get(pk=department.get_parent().pk).delete()

    page.delete()
    DepartmentPage.objects.get(pk=department.pk).delete()
    assert not Department.objects.exists()


def test_back_office_says_what_is_still_owned(as_admin: Client) -> None:
    department = DepartmentPageFactory(title="Bürgeramt")
    ServicePageFactory(title="Reisepass", parent=department)
    addresses = [
        reverse("wagtailadmin_pages:delete", args=[department.pk]),
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={department.pk}",
        reverse("wagtailadmin_pages:delete", args=[department.get_parent().pk]),
    ]

    for address in addresses:
        answer = as_admin.post(address, follow=True)
        assert "Reisepass" in answer.content.decode()
    assert DepartmentPage.objects.filter(pk=department.pk).exists()


def test_merging_moves_everything(client: Client) -> None:
    source, target = (
        DepartmentPageFactory(title="Alt", slug="alt"),
        DepartmentPageFactory(title="Neu", slug="neu"),
    )
    below = DepartmentPageFactory(title="Unteramt", parent=source)
    service = ServicePageFactory(title="Reisepass", slug="reisepass", parent=source)
    draft = ServicePageFactory(title="Entwurf", parent=source, draft=True)
    deep = ServicePageFactory(title="Tief", parent=below)
    office = OfficePageFactory(parent=source)
    author, head = member_of(source, Role.AUTHOR, "anna"), member_of(source, Role.HEAD, "hans")
    file = get_document_model().objects.create(
        title="Formular", file="f.pdf", collection=source.department.collection
    )
    admin = User.objects.create_superuser("admin")

    merge(source.department, target.department, user=admin)

    new = target.department
    assert {Service.objects.get(pk=page.service_id).department for page in (service, draft)} == {new}
    assert Office.objects.get(pk=office.office_id).department == new
    assert Department.objects.get(pk=below.department_id).parent == new
    assert Service.objects.get(pk=deep.service_id).department_id == below.department_id
    assert {(each.user, each.role) for each in new.memberships.all()} == {(author, "author"), (head, "head")}
    assert (
        ServicePage.objects.get(pk=service.pk).permissions_for_user(User.objects.get(pk=author.pk)).can_edit()
    )
    file.refresh_from_db()
    assert file.collection == Collection.objects.get(pk=new.collection_id)
    assert not Department.objects.filter(pk=source.department_id).exists()
    assert not Collection.objects.filter(name="Alt").exists()
    assert client.get("/dienstleistungen/reisepass/").status_code == 200
    assert client.get("/aemter/alt/")["Location"] == "/aemter/neu/"
    assert PublishedService.objects.get(service=service.service_id).document["department"]["name"] == "Neu"
    entry = PageLogEntry.objects.get(action="catalogue.merge_departments")
    assert entry.user == admin
    assert entry.data["source"] == "Alt"
    assert {"Reisepass", "Entwurf", "Unteramt"} <= set(entry.data["moved"])


def test_merging_keeps_both_pages_of_the_same_slug() -> None:
    source, target = DepartmentPageFactory(), DepartmentPageFactory()
    ContactPersonPageFactory(title="Anna Schmidt", slug="anna-schmidt", parent=target)
    ContactPersonPageFactory(title="Anna Schmidt", slug="anna-schmidt", parent=source)

    merge(source.department, target.department)

    slugs = DepartmentPage.objects.get(pk=target.pk).get_children().values_list("slug", flat=True)
    assert sorted(slugs) == ["anna-schmidt", "anna-schmidt-2"]


def test_merging_takes_translations_along() -> None:
    source, target = DepartmentPageFactory(title="Alt"), DepartmentPageFactory(title="Neu")
    service = ServicePageFactory(parent=source)
    english = translate(service, title="Passport")

    merge(source.department, target.department)

    moved = ServicePage.objects.get(pk=english.pk).get_parent().specific
    assert moved.department_id == target.department_id
    assert DepartmentPage.objects.filter(department=source.department_id).count() == 0


def test_department_does_not_merge_into_what_is_below_it() -> None:
    above = DepartmentPageFactory()
    below = DepartmentPageFactory(parent=above)

    for target in (above, below):
        with pytest.raises(CannotMerge):
            merge(above.department, target.department)
    assert Department.objects.count() == 2


def test_person_of_both_departments_keeps_one_membership() -> None:
    source, target = DepartmentPageFactory(), DepartmentPageFactory()
    user = member_of(source)
    target.department.memberships.create(user=user, role=Role.AUTHOR)

    merge(source.department, target.department)

    assert user.memberships.count() == 1


def test_merging_by_form(as_admin: Client) -> None:
    source, target = DepartmentPageFactory(title="Alt"), DepartmentPageFactory(title="Neu")
    ServicePageFactory(title="Reisepass", parent=source)
    address = reverse("catalogue_merge", args=[source.pk])

    form = as_admin.get(address).content.decode()
    unconfirmed = as_admin.post(address, {"target": target.department_id})
    done = as_admin.post(address, {"target": target.department_id, "confirmed": "on"}, follow=True)

    assert "Reisepass" in form
    assert "nicht rückgängig" in unconfirmed.content.decode()
    assert "gehört jetzt zu" in done.content.decode()
    assert list(Department.objects.all()) == [target.department]


def test_merging_is_for_those_above(departments: TwoDepartments, client: Client) -> None:
    head = member_of(departments.a, Role.HEAD)
    client.force_login(head)

    answer = client.post(
        reverse("catalogue_merge", args=[departments.a.pk]),
        {"target": departments.b.department_id, "confirmed": "on"},
    )

    assert answer.status_code == 302
    assert Department.objects.count() == 2
    assert (
        "zusammenlegen"
        not in client.get(reverse("wagtailadmin_explore", args=[departments.a.pk])).content.decode()
    )


def test_departments_are_not_copied(as_admin: Client) -> None:
    department = DepartmentPageFactory()

    answer = as_admin.get(reverse("wagtailadmin_pages:copy", args=[department.pk]), follow=True)

    assert "nicht kopieren" in answer.content.decode()
    assert Department.objects.count() == 1
    assert ContentType.objects.get_for_model(DepartmentPage) is not None


def test_departments_are_not_copied_with_what_they_lie_in(as_admin: Client) -> None:
    index = DepartmentPageFactory().get_parent()
    values = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": index.get_parent().pk}

    answer = as_admin.post(
        reverse("wagtailadmin_pages:copy", args=[index.pk]), {**values, "copy_subpages": "on"}, follow=True
    )

    assert "nicht kopieren" in answer.content.decode()
    assert Department.objects.count() == 1


def copied_by_api(client: Client, page: Page, **values: Any) -> Any:
    address = reverse("wagtailadmin_api:pages:action", args=[page.pk, "copy"])
    return client.post(address, {"keep_live": False, **values})


def test_what_answers_in_json_copies_no_department_either(as_admin: Client) -> None:
    department = DepartmentPageFactory()
    service = ServicePageFactory(parent=department)
    pages = Page.objects.count()

    refused = [
        copied_by_api(as_admin, department),
        copied_by_api(as_admin, department, recursive=True),
        copied_by_api(as_admin, department.get_parent(), recursive=True),
    ]

    for answer in refused:
        assert answer.status_code == 403
        assert "nicht kopieren" in answer.json()["detail"]
    assert Page.objects.count() == pages
    assert copied_by_api(as_admin, service).status_code == 201
