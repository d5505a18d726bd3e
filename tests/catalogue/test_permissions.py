"""An author of one department neither sees nor changes another's drafts, whatever address is tried."""

from typing import Any

import pytest
from django.contrib.admin.utils import quote
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Revision
from wagtail.search.index import insert_or_update_object

from accounts.models import User
from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import DepartmentPage, ServicePage
from tests.catalogue.conftest import SECRET, TwoDepartments
from tests.factories.catalogue import (
    ContactPersonPageFactory,
    DepartmentPageFactory,
    OfficePageFactory,
    ServicePageFactory,
    member_of,
    publish,
    save_draft,
)

PAGE_ADDRESSES = (
    "edit",
    "view_draft",
    "preview_on_edit",
    "delete",
    "unpublish",
    "copy",
    "move",
    "usage",
    "history",
    "history_results",
    "workflow_history",
    "set_privacy",
    "lock",
    "unlock",
    "revisions_index",
    "convert_alias",
    "confirm_workflow_cancellation",
    "add_subpage",
    "set_page_position",
)


@pytest.fixture
def secret_revision(departments: TwoDepartments) -> Revision:
    page = save_draft(departments.foreign_draft, summary="Noch vertraulich")
    return page.latest_revision


def text_of(response: Any) -> str:
    return response.content.decode() if hasattr(response, "content") else ""


@pytest.mark.parametrize("name", PAGE_ADDRESSES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_address_of_a_foreign_draft_answers(
    departments: TwoDepartments, as_author: Client, name: str, method: str
) -> None:
    before = ServicePage.objects.filter(pk=departments.foreign_draft.pk).values().get()

    response = getattr(as_author, method)(
        reverse(f"wagtailadmin_pages:{name}", args=[departments.foreign_draft.pk])
    )

    assert response.status_code in (302, 403, 405)
    assert SECRET not in text_of(response)
    assert ServicePage.objects.filter(pk=departments.foreign_draft.pk).values().get() == before


def test_no_revision_of_a_foreign_draft_answers(
    departments: TwoDepartments, as_author: Client, secret_revision: Revision
) -> None:
    page, revision = departments.foreign_draft.pk, secret_revision.pk
    addresses = [
        reverse("wagtailadmin_pages:revisions_view", args=[page, revision]),
        reverse("wagtailadmin_pages:revisions_revert", args=[page, revision]),
        reverse("wagtailadmin_pages:revisions_unschedule", args=[page, revision]),
        reverse("wagtailadmin_pages:revisions_compare", args=[page, "earliest", "latest"]),
    ]

    answers = [as_author.get(address) for address in addresses]

    assert [answer.status_code for answer in answers] == [302] * 4
    assert not any("vertraulich" in text_of(answer) for answer in answers)


def test_moving_asks_for_permission_before_confirmation(
    departments: TwoDepartments, as_author: Client
) -> None:
    addresses = [
        reverse("wagtailadmin_pages:move_confirm", args=[departments.foreign_draft.pk, departments.a.pk]),
        reverse(
            "wagtailadmin_pages:move_confirm", args=[departments.own_draft.pk, departments.foreign_draft.pk]
        ),
        reverse("wagtailadmin_pages:move_confirm", args=[departments.foreign_live.pk, departments.a.pk]),
        reverse("wagtailadmin_pages:move_confirm", args=[departments.own_draft.pk, departments.b.pk]),
    ]

    for address in addresses:
        for answer in (as_author.get(address), as_author.post(address)):
            assert answer.status_code == 302
            assert SECRET not in text_of(answer)
    assert ServicePage.objects.get(pk=departments.own_draft.pk).get_parent().pk == departments.a.pk
    assert ServicePage.objects.get(pk=departments.foreign_live.pk).get_parent().pk == departments.b.pk


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish"])
def test_bulk_actions_neither_name_nor_touch_foreign_drafts(
    departments: TwoDepartments, as_author: Client, action: str
) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    foreign = departments.foreign_draft.pk
    queries = [f"?id={foreign}", f"?id={departments.own_draft.pk}&id={foreign}", "?id=all"]
    queries += [
        f"?id=all&childOf={departments.b.pk}",
        f"?id=all&childOf={departments.a.get_parent().pk}&q=Geheim",
    ]

    for query in queries:
        for answer in (as_author.get(address + query), as_author.post(address + query)):
            assert answer.status_code == 302
            assert SECRET not in text_of(answer)
    assert ServicePage.objects.get(pk=foreign).live is False


def test_all_of_ones_own_listing_may_be_chosen(departments: TwoDepartments, as_approver: Client) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    answer = as_approver.get(f"{address}?id=all&childOf={departments.a.pk}")

    assert answer.status_code == 200
    assert "Eigener Entwurf" in text_of(answer)


def test_chooser_offers_what_is_live_and_own_drafts(departments: TwoDepartments, as_author: Client) -> None:
    own = text_of(as_author.get(reverse("wagtailadmin_choose_page_child", args=[departments.a.pk])))
    foreign = text_of(as_author.get(reverse("wagtailadmin_choose_page_child", args=[departments.b.pk])))

    assert "Eigener Entwurf" in own
    assert "Fundb" in foreign
    assert SECRET not in foreign


def test_chooser_does_not_browse_below_a_foreign_draft(
    departments: TwoDepartments, as_author: Client
) -> None:
    answer = as_author.get(reverse("wagtailadmin_choose_page_child", args=[departments.foreign_draft.pk]))

    assert answer.status_code == 302
    assert SECRET not in text_of(answer)


def test_search_of_the_chooser_hides_foreign_drafts(departments: TwoDepartments, as_author: Client) -> None:
    for page in (departments.own_draft, departments.foreign_draft, departments.foreign_live):
        insert_or_update_object(page)  # Otherwise a task of the worker.
    address = reverse("wagtailadmin_choose_page_search")

    assert "Eigener Entwurf" in text_of(as_author.get(address, {"q": "Eigener"}))
    assert "Fundb" in text_of(as_author.get(address, {"q": "Fund"}))
    assert f">{SECRET}" not in text_of(as_author.get(address, {"q": SECRET[:6]}))


def test_chosen_pages_are_checked_too(departments: TwoDepartments, as_author: Client) -> None:
    address = reverse("wagtailadmin_choose_page_chosen_multiple")

    refused = as_author.get(address, {"id": [departments.foreign_draft.pk]})
    allowed = as_author.get(address, {"id": [departments.foreign_live.pk]})

    assert refused.status_code == 302
    assert SECRET not in text_of(refused)
    assert "Fundb" in text_of(allowed)


def test_changed_title_of_a_live_page_shows_only_when_it_is_live(
    departments: TwoDepartments, as_author: Client
) -> None:
    save_draft(departments.foreign_live, title=SECRET)
    insert_or_update_object(departments.foreign_live)

    chooser = text_of(as_author.get(reverse("wagtailadmin_choose_page_child", args=[departments.b.pk])))
    search = text_of(as_author.get(reverse("wagtailadmin_choose_page_search"), {"q": "Fund"}))

    assert "Fundb" in chooser
    assert SECRET not in chooser + search


@pytest.mark.parametrize("chooser", ["service_chooser", "office_chooser", "contact_person_chooser"])
def test_choosers_of_the_catalogue_hide_foreign_drafts(
    departments: TwoDepartments, as_author: Client, chooser: str
) -> None:
    factory, identity = {
        "service_chooser": (ServicePageFactory, "service"),
        "office_chooser": (OfficePageFactory, "office"),
        "contact_person_chooser": (ContactPersonPageFactory, "person"),
    }[chooser]
    secret = factory(title="Verdeckt", parent=departments.b, draft=True)
    live = factory(title="Offen", parent=departments.b)
    own = factory(title="Selbst", parent=departments.a, draft=True)

    listing = text_of(as_author.get(reverse(f"{chooser}:choose"))) + text_of(
        as_author.get(reverse(f"{chooser}:choose_results"))
    )
    searched = text_of(as_author.get(reverse(f"{chooser}:choose_results"), {"q": "Verdeckt"}))
    found = text_of(as_author.get(reverse(f"{chooser}:choose_results"), {"q": "ffe"}))
    chosen = as_author.get(reverse(f"{chooser}:chosen", args=[quote(str(getattr(secret, identity).pk))]))
    several = text_of(
        as_author.get(reverse(f"{chooser}:chosen_multiple"), {"id": [str(getattr(secret, identity).pk)]})
    )

    assert live.title in listing
    assert own.title in listing
    assert "Verdeckt" not in listing + several
    assert (live.title in found, own.title in found, live.title in searched) == (True, False, False)
    assert str(getattr(secret, identity).pk) not in searched
    assert chosen.status_code == 404


def test_explorer_and_search_of_the_back_office_stay_at_home(
    departments: TwoDepartments, as_author: Client
) -> None:
    pages = [
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_explore", args=[departments.b.pk]),
        reverse("wagtailadmin_explore", args=[departments.a.get_parent().pk]),
        reverse("wagtailadmin_pages:search") + f"?q={SECRET[:6]}",
        reverse("wagtailadmin_pages:type_use", args=["catalogue", "servicepage"]),
        reverse("wagtailadmin_home"),
    ]

    texts = [text_of(as_author.get(page, follow=True)) for page in pages]

    assert not any(SECRET in text for text in texts)
    assert any("Eigener Entwurf" in text for text in texts)


@pytest.mark.parametrize(
    "report",
    [
        "locked_pages",
        "workflow",
        "workflow_tasks",
        "site_history",
        "aging_pages",
        "page_types_usage",
        "page_types_usage_results",
    ],
)
def test_reports_hide_foreign_drafts(departments: TwoDepartments, as_author: Client, report: str) -> None:
    save_draft(departments.foreign_draft, summary="zuletzt bearbeitet")

    answer = as_author.get(reverse(f"wagtailadmin_reports:{report}"))

    assert SECRET not in text_of(answer)
    assert (answer.status_code == 302) is (report.startswith("page_types") or report == "locked_pages")


def test_report_of_page_types_is_not_offered_to_departments(
    departments: TwoDepartments, as_author: Client
) -> None:
    home = text_of(as_author.get(reverse("wagtailadmin_home")))

    assert "aging-pages" in home
    assert "page-types-usage" not in home


def test_api_of_the_back_office_stays_at_home(departments: TwoDepartments, as_author: Client) -> None:
    listing = as_author.get("/redaktion/api/main/pages/", {"limit": 20})
    searched = as_author.get("/redaktion/api/main/pages/", {"search": SECRET})
    detail = as_author.get(f"/redaktion/api/main/pages/{departments.foreign_draft.pk}/")
    action = as_author.post(f"/redaktion/api/main/pages/{departments.foreign_draft.pk}/action/publish/")

    titles = [item["title"] for item in listing.json()["items"]]
    assert "Eigener Entwurf" in titles
    assert SECRET not in titles
    assert searched.json()["items"] == []
    assert detail.status_code == action.status_code == 404
    assert ServicePage.objects.get(pk=departments.foreign_draft.pk).live is False


def test_pages_that_use_something_are_named_only_to_their_owners(
    departments: TwoDepartments, as_author: Client
) -> None:
    ServicePageFactory(
        title="Verdeckter Nutzer", parent=departments.b, draft=True, related_to=[departments.own_draft]
    )

    answer = as_author.get(reverse("wagtailadmin_pages:usage", args=[departments.own_draft.pk]))

    assert answer.status_code == 200
    assert "Verdeckter Nutzer" not in text_of(answer)


def test_link_to_a_draft_does_not_give_its_address_away(departments: TwoDepartments) -> None:
    body = (
        f'<p><a linktype="page" id="{departments.foreign_draft.pk}">dort</a>'
        f' und <a linktype="page" id="{departments.foreign_live.pk}">hier</a></p>'
    )
    page = ServicePageFactory(title="Verweise", parent=departments.a, body=body)

    document = page.service.published.get().document

    assert document["body"] == '<p><a>dort</a> und <a href="/dienstleistungen/fundburo/">hier</a></p>'


def test_author_writes_below_the_own_department(departments: TwoDepartments, as_author: Client) -> None:
    assert (
        as_author.get(reverse("wagtailadmin_pages:edit", args=[departments.own_draft.pk])).status_code == 200
    )
    own = as_author.get(
        reverse("wagtailadmin_pages:add", args=["catalogue", "servicepage", departments.a.pk])
    )
    foreign = as_author.get(
        reverse("wagtailadmin_pages:add", args=["catalogue", "servicepage", departments.b.pk])
    )

    assert (own.status_code, foreign.status_code) == (200, 302)


def test_author_does_not_publish(departments: TwoDepartments) -> None:
    author, approver = (
        departments.own_draft.permissions_for_user(user)
        for user in (departments.author, departments.approver)
    )

    assert (author.can_edit(), author.can_publish(), author.can_submit_for_moderation()) == (
        True,
        False,
        True,
    )
    assert (approver.can_edit(), approver.can_publish()) == (True, True)


@pytest.mark.parametrize(
    ("role", "may_edit"), [(Role.AUTHOR, False), (Role.APPROVER, False), (Role.HEAD, True)]
)
@pytest.mark.django_db
def test_the_departments_own_page_is_not_its_peoples(role: Role, may_edit: bool) -> None:
    page = DepartmentPageFactory()
    permissions = page.permissions_for_user(member_of(page, role))

    assert permissions.can_edit() is permissions.can_publish() is may_edit or role == Role.APPROVER
    assert permissions.can_edit() is may_edit
    assert permissions.can_add_subpage() is True
    assert not any(
        (
            permissions.can_delete(),
            permissions.can_move(),
            permissions.can_unpublish(),
            permissions.can_copy(),
            permissions.can_lock(),
        )
    )


def test_departments_of_a_department_are_its_peoples(departments: TwoDepartments) -> None:
    below = DepartmentPageFactory(title="Standesamt", parent=departments.a)

    assert below.permissions_for_user(departments.approver).can_edit() is True
    assert below.permissions_for_user(departments.other_author).can_edit() is False


def test_nobody_of_a_department_founds_another(departments: TwoDepartments, as_approver: Client) -> None:
    address = reverse("wagtailadmin_pages:add", args=["catalogue", "departmentpage", departments.a.pk])

    assert as_approver.get(address).status_code == 302
    assert as_approver.post(address, {"title": "Neues Amt"}).status_code == 302
    assert DepartmentPage.objects.count() == 2


def test_long_lists_are_not_reordered_by_hand(departments: TwoDepartments) -> None:
    page = DepartmentPage.objects.get(pk=departments.a.pk)
    assert page.permissions_for_user(departments.approver).can_reorder_children() is True

    page.numchild = 201

    assert page.permissions_for_user(departments.approver).can_reorder_children() is False


def test_administrators_see_everything(departments: TwoDepartments, as_admin: Client) -> None:
    chooser = text_of(as_admin.get(reverse("wagtailadmin_choose_page_child", args=[departments.b.pk])))
    report = as_admin.get(reverse("wagtailadmin_reports:page_types_usage"))

    assert SECRET in chooser
    assert report.status_code == 200


def test_translation_of_a_department_belongs_to_the_same_people(departments: TwoDepartments) -> None:
    from tests.factories.catalogue import translate

    english = translate(departments.a)

    assert english.permissions_for_user(departments.author).can_add_subpage() is True
    assert english.permissions_for_user(departments.other_author).can_add_subpage() is False


def test_former_member_loses_everything(departments: TwoDepartments) -> None:
    departments.author.memberships.all().delete()

    user = User.objects.get(pk=departments.author.pk)
    assert departments.own_draft.permissions_for_user(user).can_edit() is False
    assert Page.objects.count() > 0
    assert user.has_perm("wagtailadmin.access_admin") is False


def test_approver_publishes_by_form(departments: TwoDepartments, as_approver: Client) -> None:
    page = publish(departments.own_draft, summary="Zwei Sätze.")

    assert page.live is True
    assert page.service.published.get().document["summary"] == "Zwei Sätze."
