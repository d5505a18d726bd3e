"""Titles of what other departments prepare: drafts of live pages, documents, pictures, tags."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Task

from servicefinder.catalogue.models import DepartmentPage
from tests.catalogue.conftest import SECRET, TwoDepartments
from tests.catalogue.test_permissions import text_of
from tests.factories.catalogue import home_page, save_draft
from tests.factories.home import standard_page

CHOSEN = "wagtailadmin_choose_page_chosen_multiple"


def files_of(department: DepartmentPage, title: str) -> tuple[Any, Any]:
    """A document and a picture in the department's collection, with a tag named like them."""
    collection = department.department.collection
    document = get_document_model().objects.create(title=title, file="a.pdf", collection=collection)
    picture = get_image_model().objects.create(
        title=title, file="a.png", width=1, height=1, collection=collection
    )
    for file in (document, picture):
        file.tags.add(title)
    return document, picture


@pytest.mark.parametrize("shape", [" {}", "+{}", "{} ", "0_{}", "٠{}"])
def test_key_that_only_python_reads_as_a_number_is_refused(
    departments: TwoDepartments, as_author: Client, shape: str
) -> None:
    key = shape.format(departments.foreign_draft.pk)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    for answer in (as_author.get(bulk, {"id": key}), as_author.get(reverse(CHOSEN), {"id": key})):
        assert answer.status_code == 302
        assert SECRET not in text_of(answer)


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish"])
def test_bulk_action_is_for_those_who_work_on_the_page(
    departments: TwoDepartments, as_author: Client, action: str
) -> None:
    save_draft(departments.foreign_live, title=SECRET)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    answer = as_author.get(address, {"id": departments.foreign_live.pk})

    assert answer.status_code == 302
    assert SECRET not in text_of(answer)


@pytest.mark.parametrize("name", ["workflow_preview", "confirm_workflow_cancellation"])
def test_draft_of_a_foreign_live_page_is_not_shown_by_its_workflow(
    departments: TwoDepartments, as_author: Client, name: str
) -> None:
    save_draft(departments.foreign_live, title=SECRET)
    task = [Task.objects.create(name="Prüfung").pk] if name == "workflow_preview" else []

    answer = as_author.get(reverse(f"wagtailadmin_pages:{name}", args=[departments.foreign_live.pk, *task]))

    assert answer.status_code == 302
    assert SECRET not in text_of(answer)


def test_changed_title_of_an_editorial_page_shows_once_it_is_live(
    departments: TwoDepartments, as_author: Client
) -> None:
    page = standard_page("Rathaus", below=home_page())
    page.title = SECRET
    page.save_revision()
    page.refresh_from_db()

    assert page.get_admin_display_title() == "Rathaus"
    chooser = text_of(as_author.get(reverse("wagtailadmin_choose_page_child", args=[home_page().pk])))
    assert "Rathaus" in chooser
    assert SECRET not in chooser


@pytest.mark.parametrize("kind", ["documents", "images"])
def test_interface_of_the_back_office_lists_usable_files_only(
    departments: TwoDepartments, as_author: Client, kind: str
) -> None:
    own = files_of(departments.a, "Antrag")[kind == "images"]
    foreign = files_of(departments.b, SECRET)[kind == "images"]

    listing = as_author.get(f"/redaktion/api/main/{kind}/").json()
    searched = as_author.get(f"/redaktion/api/main/{kind}/", {"search": SECRET}).json()
    found = as_author.get(f"/redaktion/api/main/{kind}/find/", {"id": foreign.pk})

    assert [item["title"] for item in listing["items"]] == ["Antrag"]
    assert searched["items"] == []
    assert as_author.get(f"/redaktion/api/main/{kind}/{own.pk}/").status_code == 200
    assert as_author.get(f"/redaktion/api/main/{kind}/{foreign.pk}/").status_code == 404
    assert found.status_code == 404


def test_administrators_list_all_files(departments: TwoDepartments, as_admin: Client) -> None:
    files_of(departments.a, "Antrag")
    files_of(departments.b, SECRET)

    listing = as_admin.get("/redaktion/api/main/documents/").json()

    assert {item["title"] for item in listing["items"]} == {"Antrag", SECRET}


@pytest.mark.parametrize("action", ["delete", "add_tags", "add_to_collection"])
@pytest.mark.parametrize("kind", ["citydocument", "cityimage"])
def test_bulk_action_does_not_name_foreign_files(
    departments: TwoDepartments, as_author: Client, kind: str, action: str
) -> None:
    own = files_of(departments.a, "Antrag")[kind == "cityimage"]
    foreign = files_of(departments.b, SECRET)[kind == "cityimage"]
    address = reverse("wagtail_bulk_action", args=["home", kind, action])

    refused = as_author.get(address, {"id": [own.pk, foreign.pk]})
    allowed = as_author.get(address, {"id": own.pk})
    everything = as_author.get(address, {"id": "all"})

    assert refused.status_code == 302
    assert (allowed.status_code, everything.status_code) == (200, 200)
    assert "Antrag" in text_of(allowed)
    assert SECRET not in text_of(refused) + text_of(everything)


def test_bulk_action_does_not_name_accounts(departments: TwoDepartments, as_author: Client) -> None:
    address = reverse("wagtail_bulk_action", args=["accounts", "user", "delete"])

    for key in (departments.other_author.pk, "all", "x"):
        assert as_author.get(address, {"id": key}).status_code == 302


def test_tags_of_foreign_files_and_drafts_are_not_offered(
    departments: TwoDepartments, as_author: Client
) -> None:
    files_of(departments.a, "Gewerbe")
    files_of(departments.b, SECRET)
    for page, tag in ((departments.foreign_draft, "Geheimes"), (departments.foreign_live, "Gefunden")):
        page.tags.add(tag)
        page.save()
    address = reverse("wagtailadmin_tag_autocomplete")

    assert as_author.get(address, {"term": "Ge"}).json() == ["Gefunden", "Gewerbe"]
    assert as_author.get(f"{address}taggit/tag/", {"term": "Geheim"}).json() == []
    assert as_author.get(address).json() == []
    assert Client().get(address, {"term": "G"}).status_code == 302
