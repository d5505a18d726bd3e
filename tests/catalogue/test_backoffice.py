"""The way of a description: one button, a form in tabs, author, approver, published; previews; scheduling."""

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision, TaskState, WorkflowState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import (
    ContactPersonPage,
    DepartmentPage,
    LifeSituation,
    Membership,
    OfficePage,
    PublishedService,
    ServicePage,
)
from servicefinder.catalogue.models.translated import child_relations
from tests.catalogue.conftest import TwoDepartments
from tests.factories.catalogue import (
    ContactPersonPageFactory,
    DepartmentPageFactory,
    OfficePageFactory,
    ServicePageFactory,
    member_of,
    save_draft,
    translate,
)

pytestmark = pytest.mark.django_db

TABS = [
    "Überblick",
    "Für wen &amp; Unterlagen",
    "Kosten &amp; Fristen",
    "Ablauf &amp; Online",
    "Recht &amp; Zuständigkeit",
    "Pflege",
]
TEXTS = (
    "body",
    "for_whom",
    "requirements",
    "documents_note",
    "fees_note",
    "deadlines_note",
    "processing_note",
    "procedure_note",
    "hints",
    "further_information",
    "legal_remedy",
)


def form_of(**values: Any) -> dict[str, Any]:
    """What a browser sends for a service."""
    lists: dict[str, Iterable[dict[str, Any]]] = {
        name: values.pop(name, [])
        for name in child_relations(ServicePage)
        if name not in ("tagged_items", "wagtail_admin_comments")
    }
    data = {
        "title": "Reisepass beantragen",
        "slug": "reisepass",
        "teaser": "",
        "summary": "Zwei Sätze.",
        "for_citizens": "on",
        "demand": "3",
        "live_status": "normal",
        "review_months": "12",
        "tags": "",
        **{name: rich_text("") for name in TEXTS},
        **{name: inline_formset(list(rows)) for name, rows in lists.items()},
        "comments": inline_formset([]),
        **values,
    }
    return dict(nested_form_data(data))


FEE = {
    "label": "32 Seiten",
    "kind": "amount",
    "cents": "70,00",
    "max_cents": "",
    "per": "",
    "condition": "",
    "legal_source": "",
    "valid_from": "",
    "valid_until": "",
}


def new_page_address(department: DepartmentPage) -> str:
    return reverse("wagtailadmin_pages:add", args=["catalogue", "servicepage", department.pk])


def test_one_button_leads_to_the_form_below_ones_department(
    departments: TwoDepartments, as_author: Client
) -> None:
    menu = as_author.get(reverse("wagtailadmin_home")).content.decode()
    answer = as_author.get(reverse("catalogue_new_service"))

    assert "Neue Dienstleistung" in menu
    assert answer["Location"] == new_page_address(departments.a)


def test_who_belongs_to_two_departments_chooses(departments: TwoDepartments, as_author: Client) -> None:
    Membership.objects.create(user=departments.author, department=departments.b.department)

    answer = as_author.get(reverse("catalogue_new_service"))

    assert answer["Location"] == reverse(
        "wagtailadmin_pages:choose_parent", args=["catalogue", "servicepage"]
    )


def test_form_guides_in_tabs(departments: TwoDepartments, as_author: Client) -> None:
    html = as_author.get(new_page_address(departments.a)).content.decode()

    tabs = re.findall(r'id="tab-label-[^"]*"[^>]*>\s*(.*?)\s*<', html, re.S)
    assert [tab.strip() for tab in tabs if tab.strip()] == TABS
    assert "Der erste ist der große Knopf auf der Seite." in html
    for name in (*TEXTS, "live_status_until", "review_due", "go_live_at"):
        assert f'name="{name}"' in html, name


def test_author_writes_and_the_form_keeps_everything(departments: TwoDepartments, as_author: Client) -> None:
    office = OfficePageFactory(parent=departments.b)
    data = form_of(
        fees=[FEE],
        leika=[{"code": "99085001012000"}],
        steps=[{"title": "Termin buchen", "text": rich_text("<p>Online.</p>")}],
        offices=[{"office": str(office.office_id)}],
        tags="Ausweise",
    )

    as_author.post(new_page_address(departments.a), data)

    page = ServicePage.objects.get(slug="reisepass")
    draft = page.get_latest_revision_as_object()
    assert (page.live, page.owner, page.service.department) == (
        False,
        departments.author,
        departments.a.department,
    )
    assert [fee.cents for fee in draft.fees.all()] == [7000]
    assert [row.code for row in draft.leika.all()] == ["99085001012000"]
    assert [row.office_id for row in draft.offices.all()] == [office.office_id]
    assert [tag.name for tag in draft.tags.all()] == ["Ausweise"]
    assert not PublishedService.objects.filter(service=page.service_id).exists()


def test_form_says_what_is_missing(departments: TwoDepartments, as_approver: Client) -> None:
    data = form_of(fees=[{**FEE, "cents": ""}], **{"action-publish": "action-publish"})

    html = as_approver.post(new_page_address(departments.a), data).content.decode()

    assert "Bitte den Betrag in Euro angeben" in html
    assert not ServicePage.objects.filter(slug="reisepass").exists()


def test_form_shows_a_fee_in_euros(departments: TwoDepartments, as_author: Client) -> None:
    as_author.post(new_page_address(departments.a), form_of(fees=[FEE]))
    page = ServicePage.objects.get(slug="reisepass")

    html = as_author.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert re.search(r'name="fees-0-cents" value="70,00"', html)
    assert "Betrag in Euro" in html


def test_form_says_that_an_address_is_taken_without_naming_the_owner(
    departments: TwoDepartments, as_author: Client
) -> None:
    html = as_author.post(
        new_page_address(departments.a), form_of(slug=departments.foreign_draft.slug)
    ).content.decode()

    assert "Diese Adresse ist schon vergeben" in html
    assert departments.foreign_draft.title not in html


def test_author_cannot_publish_past_the_form(departments: TwoDepartments, as_author: Client) -> None:
    as_author.post(new_page_address(departments.a), form_of(**{"action-publish": "action-publish"}))

    assert ServicePage.objects.get(slug="reisepass").live is False


def test_from_author_to_approver_to_the_public(departments: TwoDepartments, client: Client) -> None:
    client.force_login(departments.author)
    client.post(new_page_address(departments.a), form_of(fees=[FEE], **{"action-submit": "action-submit"}))
    page = ServicePage.objects.get(slug="reisepass")
    state = page.current_workflow_task_state
    assert state.status == TaskState.STATUS_IN_PROGRESS
    assert not PublishedService.objects.filter(service=page.service_id).exists()

    client.force_login(departments.other_author)
    approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    client.post(approve, {"comment": ""})
    assert ServicePage.objects.get(pk=page.pk).live is False

    client.force_login(departments.approver)
    dashboard = client.get(reverse("wagtailadmin_home")).content.decode()
    client.post(approve, {"comment": "Gut so."})

    assert "Reisepass beantragen" in dashboard
    assert ServicePage.objects.get(pk=page.pk).live is True
    assert PublishedService.objects.get(service=page.service_id).document["fees"][0]["cents"] == 7000
    assert page.workflow_states.get().status == WorkflowState.STATUS_APPROVED


def test_approver_of_another_department_does_not_approve(departments: TwoDepartments) -> None:
    stranger = member_of(departments.b, Role.APPROVER, "bernd")
    page = ServicePage.objects.get(pk=departments.own_draft.pk)
    page.save_revision()
    task = page.get_workflow().start(page, departments.author).current_task_state.task.specific

    assert task.user_can_access_editor(page, departments.approver) is True
    assert task.user_can_access_editor(page, stranger) is False
    assert task.get_actions(page, stranger) == []


def test_publication_and_expiry_are_scheduled(departments: TwoDepartments) -> None:
    page = ServicePage.objects.get(pk=departments.own_draft.pk)
    page.go_live_at, page.expire_at = timezone.now() + timedelta(hours=1), timezone.now() + timedelta(hours=2)
    revision = page.save_revision()
    revision.publish()
    assert not PublishedService.objects.filter(service=page.service_id).exists()

    earlier = timezone.now() - timedelta(minutes=1)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=earlier)
    content = Revision.objects.get(pk=revision.pk)
    content.content["go_live_at"] = earlier.isoformat()
    content.save()
    call_command("publish_scheduled")
    assert PublishedService.objects.get(service=page.service_id).expires_at is not None

    ServicePage.objects.filter(pk=page.pk).update(expire_at=earlier)
    call_command("publish_scheduled")
    assert not PublishedService.objects.filter(service=page.service_id).exists()


@pytest.mark.parametrize("mode", ["", "print"])
def test_draft_is_previewed_as_page_and_as_print(
    departments: TwoDepartments, as_author: Client, mode: str
) -> None:
    save_draft(departments.own_draft, summary="Noch nicht öffentlich.")

    answer = as_author.get(
        reverse("wagtailadmin_pages:view_draft", args=[departments.own_draft.pk]), {"mode": mode}
    )

    assert answer.status_code == 200
    assert "Noch nicht öffentlich." in answer.content.decode()


def test_print_preview_applies_the_rules_for_print_on_the_screen(
    departments: TwoDepartments, as_author: Client
) -> None:
    address = reverse("wagtailadmin_pages:view_draft", args=[departments.own_draft.pk])

    page, printed = (as_author.get(address, {"mode": mode}).content.decode() for mode in ("", "print"))
    sheet = as_author.get("/redaktion/druckansicht/site.css")

    assert "druckansicht" not in page
    assert 'href="/redaktion/druckansicht/site.css"' in printed
    assert "@media print" not in sheet.content.decode()
    assert ".no-print" in sheet.content.decode()
    assert as_author.get("/redaktion/druckansicht/other.css").status_code == 404


def test_preview_may_be_shown_in_a_frame_of_the_back_office(
    departments: TwoDepartments, as_author: Client
) -> None:
    address = reverse("wagtailadmin_pages:view_draft", args=[departments.own_draft.pk])

    policy = as_author.get(address).headers["Content-Security-Policy"]

    assert "frame-ancestors 'self'" in policy
    assert "unsafe-inline" not in policy


def test_new_page_is_previewed_before_it_is_saved(departments: TwoDepartments, as_author: Client) -> None:
    address = reverse(
        "wagtailadmin_pages:preview_on_add", args=["catalogue", "servicepage", departments.a.pk]
    )

    stored = as_author.post(address, form_of(fees=[FEE]))
    shown = as_author.get(address, {"mode": ""})

    assert stored.json()["is_valid"] is True
    html = shown.content.decode()
    assert "Reisepass beantragen" in html
    assert "70,00\u00a0€" in html
    assert not ServicePage.objects.filter(slug="reisepass").exists()


def test_versions_are_compared(departments: TwoDepartments, as_author: Client) -> None:
    page = save_draft(departments.own_draft, summary="Vorher gesagt.")
    first = page.latest_revision_id
    page = save_draft(page, summary="Nachher gesagt.")
    address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first, page.latest_revision_id])

    html = as_author.get(address).content.decode()

    assert "Vorher" in html
    assert "Nachher" in html


def test_copy_needs_an_address_of_its_own(departments: TwoDepartments, as_author: Client) -> None:
    page = departments.own_draft
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    data = {"new_title": "Zweiter", "new_parent_page": departments.a.pk}

    refused = as_author.post(address, {**data, "new_slug": departments.foreign_draft.slug}).content.decode()
    as_author.post(address, {**data, "new_slug": "zweiter"})

    assert "Diese Adresse ist schon vergeben" in refused
    copy = ServicePage.objects.get(slug="zweiter")
    assert copy.service_id != page.service_id
    form = as_author.get(address).content.decode()
    assert 'name="alias"' not in form


@pytest.mark.parametrize(
    ("factory", "model"),
    [
        (DepartmentPageFactory, DepartmentPage),
        (OfficePageFactory, OfficePage),
        (ContactPersonPageFactory, ContactPersonPage),
        (ServicePageFactory, ServicePage),
    ],
)
def test_every_page_type_has_a_form(as_admin: Client, factory: Any, model: Any) -> None:
    page = factory()

    html = as_admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    wanted = {field.name for field in model._meta.local_fields if field.editable and not field.primary_key}
    left_out = {"teaser", "social_image"} if model is ContactPersonPage else set()
    assert {name for name in wanted - left_out if f'name="{name}"' not in html} == set()


def test_translation_is_edited_without_the_facts(as_admin: Client) -> None:
    german = ServicePageFactory(whole=True)
    english = translate(german, title="Passport")

    html = as_admin.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).content.decode()

    for text in ("title", "summary", "for_whom", "fees-0-label", "processing_text"):
        assert f'name="{text}"' in html, text
    for fact in ("demand", "live_status", "processing_min", "fees-0-cents", "leika-TOTAL_FORMS", "tags"):
        assert f'name="{fact}"' not in html, fact


def test_life_situations_are_for_the_whole_city(departments: TwoDepartments, client: Client) -> None:
    address = reverse("wagtailsnippets_catalogue_lifesituation:add")
    client.force_login(departments.author)
    assert client.get(address).status_code == 302

    client.force_login(member_of(departments.b, Role.HEAD))
    assert client.get(address).status_code == 302


def test_administrator_keeps_life_situations_and_memberships(as_admin: Client) -> None:
    department = DepartmentPageFactory()
    data = {
        "title": "Umziehen",
        "slug": "umziehen",
        "teaser": "",
        "body": rich_text(""),
        "picture": "umziehen",
        "image": "",
        "order": "1",
    }

    as_admin.post(reverse("wagtailsnippets_catalogue_lifesituation:add"), data)
    member = {
        "user": department.owner_id or as_admin.session["_auth_user_id"],
        "department": department.department_id,
    }
    as_admin.post(
        reverse("memberships:add"), {**member, "role": "author", "valid_from": "", "valid_until": ""}
    )

    assert LifeSituation.objects.get().slug == "umziehen"
    assert Membership.objects.get().department == department.department
