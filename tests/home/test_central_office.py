"""What the central office (group „Redaktion“) may do, on the day after the installation."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupApprovalTask, Workflow

from home.models import HomePage, OfficialNoticePage
from tests.factories import home as make


@pytest.fixture
def central_office(home: HomePage) -> Client:
    user = get_user_model().objects.create_user("zentral", "zentral@stadt.example", "geheim-und-lang")
    user.groups.add(Group.objects.get(name="Redaktion"))
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    "make_page", [make.news_page, make.event_page, make.standard_page, make.facility_page]
)
def test_it_publishes_and_unpublishes(central_office: Client, make_page: Any) -> None:
    page = make_page()

    form = central_office.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    central_office.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    page.refresh_from_db()

    assert 'name="action-publish"' in form
    assert page.live is False


def test_it_publishes_official_notices(central_office: Client) -> None:
    draft = make.official_notice(live=False)

    html = central_office.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()

    assert 'name="action-publish"' in html
    assert OfficialNoticePage.objects.get().digest == ""


def test_it_approves_what_is_submitted_to_it(central_office: Client) -> None:
    page = make.standard_page()
    author = get_user_model().objects.create_user("autor", "autor@stadt.example", "geheim-und-lang")
    page.save_revision()
    task = page.get_workflow().start(page, author).current_task_state

    central_office.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk]), {"comment": ""}
    )

    page.refresh_from_db()
    assert page.workflow_states.get().status == "approved"
    assert page.has_unpublished_changes is False


def test_what_is_submitted_is_approved_not_published_past_its_workflow(central_office: Client) -> None:
    page = make.standard_page()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    page.save_revision()
    before = central_office.get(address).content.decode()
    page.get_workflow().start(page, get_user_model().objects.create_user("autor"))

    html = central_office.get(address).content.decode()

    assert 'name="action-publish"' in before
    assert 'name="action-publish"' not in html
    assert 'data-workflow-action-name="approve"' in html


def test_files_that_belong_to_no_department_are_the_whole_city_s(db: None) -> None:
    assert Collection.get_first_root_node().name == "Stadtweit"


def test_help_that_leads_elsewhere_is_not_offered(central_office: Client) -> None:
    html = central_office.get(reverse("wagtailadmin_explore_root")).content.decode()

    assert "wagtail-sidebar-props" in html
    assert "guide.wagtail.org" not in html


def test_groups_and_workflow_have_german_names(db: None) -> None:
    assert set(Group.objects.values_list("name", flat=True)) == {"Redaktion", "Chefredaktion"}
    assert [workflow.name for workflow in Workflow.objects.all()] == ["Freigabe durch die Redaktion"]
    [task] = GroupApprovalTask.objects.all()
    assert {group.name for group in task.groups.all()} == {"Redaktion", "Chefredaktion"}


@pytest.mark.parametrize("name", ["home_notice", "home_eventcategory", "catalogue_lifesituation"])
def test_it_keeps_what_belongs_to_the_whole_city(central_office: Client, name: str) -> None:
    menu = central_office.get(reverse("wagtailadmin_home")).content.decode()
    answer = central_office.get(reverse(f"wagtailsnippets_{name}:add"))

    assert answer.status_code == 200
    assert "Hinweise" in menu
