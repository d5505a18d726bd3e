"""Memberships are the one source of permissions; they begin and end on their day."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import Collection, GroupApprovalTask, GroupCollectionPermission, Page, Workflow

from accounts.models import User
from servicefinder.catalogue.domain.memberships import equip, fill_all_groups, home_departments
from servicefinder.catalogue.enums import Role
from servicefinder.catalogue.models import DepartmentGroup, DepartmentPage, Membership
from tests.catalogue.conftest import at
from tests.factories.catalogue import DepartmentPageFactory, member_of, publish, translate

pytestmark = pytest.mark.django_db


def names_of(user: User) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


def test_membership_puts_into_the_group_and_its_end_takes_out() -> None:
    department = DepartmentPageFactory(title="Bürgeramt")
    user = member_of(department, Role.AUTHOR)
    assert names_of(user) == {"Bürgeramt: Autorin/Autor"}
    assert user.has_perm("wagtailadmin.access_admin")

    user.memberships.get().delete()

    assert names_of(user) == set()


def test_changed_role_and_department_leave_nothing_behind() -> None:
    first, second = DepartmentPageFactory(title="Eins"), DepartmentPageFactory(title="Zwei")
    user = member_of(first, Role.AUTHOR)
    membership = user.memberships.get()

    membership.role = Role.APPROVER
    membership.save()
    assert names_of(user) == {"Eins: Freigabe"}

    membership.department = second.department
    membership.save()
    assert names_of(user) == {"Zwei: Freigabe"}


def test_membership_begins_and_ends_on_its_day() -> None:
    department = DepartmentPageFactory(title="Bürgeramt")
    user = member_of(department)
    membership = user.memberships.get()
    membership.valid_from, membership.valid_until = date(2026, 12, 1), date(2026, 12, 31)
    membership.save()

    valid = {}
    for day in (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1)):
        with at(datetime(day.year, day.month, day.day, 12, tzinfo=UTC)):
            fill_all_groups()
            valid[day.isoformat()] = bool(names_of(user))

    assert valid == {"2026-11-30": False, "2026-12-01": True, "2026-12-31": True, "2027-01-01": False}


def test_day_is_that_of_the_city() -> None:
    user = member_of(DepartmentPageFactory())
    user.memberships.update(valid_from=date(2027, 1, 1))

    with at(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)):
        assert [membership.user for membership in Membership.objects.valid_today()] == [user]


def test_period_is_in_order() -> None:
    department, user = DepartmentPageFactory(), User.objects.create_user("anna")
    membership = Membership(
        user=user, department=department.department, valid_from=date(2027, 1, 2), valid_until=date(2027, 1, 1)
    )

    with pytest.raises(ValidationError):
        membership.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        membership.save()


def test_somebody_put_into_a_group_by_hand_is_taken_out_again() -> None:
    department = DepartmentPageFactory()
    stranger = User.objects.create_user("stranger")
    stranger.groups.add(Group.objects.get(department_group__role=Role.APPROVER))

    fill_all_groups()

    assert names_of(stranger) == set()
    assert department.department.groups.count() == 3


def test_renamed_department_renames_groups_collection_and_workflow() -> None:
    department = DepartmentPageFactory(title="Bürgeramt")

    publish(department, title="Bürgerservice")

    row = DepartmentPage.objects.get(pk=department.pk).department
    assert row.collection.name == "Bürgerservice"
    assert row.workflow.name == "Freigabe Bürgerservice"
    assert {link.group.name for link in row.groups.all()} == {
        "Bürgerservice: Autorin/Autor",
        "Bürgerservice: Freigabe",
        "Bürgerservice: Leitung",
    }


def test_equipping_twice_changes_nothing() -> None:
    department = DepartmentPageFactory()
    models = (Group, Collection, Workflow, GroupCollectionPermission)
    counts = [model.objects.count() for model in models]

    equip(DepartmentPage.objects.get(pk=department.pk))

    assert [
        model.objects.count() for model in (Group, Collection, Workflow, GroupCollectionPermission)
    ] == counts


def test_departments_of_the_same_name_keep_their_own_groups() -> None:
    first = DepartmentPageFactory(title="Verwaltung", slug="eins")
    second = DepartmentPageFactory(title="Verwaltung", slug="zwei")

    user = member_of(second)

    assert first.permissions_for_user(user).can_add_subpage() is False
    assert second.permissions_for_user(user).can_add_subpage() is True


def test_long_names_fit_the_group() -> None:
    department = DepartmentPageFactory(title="Amt " + "x" * 250, slug="lang")

    assert all(len(link.group.name) <= 150 for link in department.department.groups.all())


def test_pictures_of_a_department_are_its_own() -> None:
    from wagtail.images import get_image_model
    from wagtail.permissions import policy_registry

    first, second = DepartmentPageFactory(), DepartmentPageFactory()
    policy = policy_registry.get_by_type(get_image_model())

    usable = policy.collections_user_has_permission_for(member_of(first), "choose")

    assert list(usable) == [Collection.objects.get(pk=first.department.collection_id)]
    assert second.department.collection_id != first.department.collection_id


def test_approvers_and_heads_of_the_department_approve() -> None:
    department = DepartmentPageFactory(title="Bürgeramt")
    translate(department)

    task = GroupApprovalTask.objects.get(name="Freigabe Bürgeramt")

    assert {group.name for group in task.groups.all()} == {"Bürgeramt: Freigabe", "Bürgeramt: Leitung"}
    assert department.department.workflow.workflow_pages.count() == 2


def test_deleted_department_takes_its_groups_along() -> None:
    department = DepartmentPageFactory()
    user = member_of(department)

    Page.objects.get(pk=department.pk).specific.delete()

    assert names_of(user) == set()
    assert not DepartmentGroup.objects.exists()
    assert not Membership.objects.exists()


def test_home_departments_are_those_of_today() -> None:
    first, second = DepartmentPageFactory(title="Eins"), DepartmentPageFactory(title="Zwei")
    user = member_of(first)
    Membership.objects.create(user=user, department=second.department, valid_until=date(2020, 1, 1))

    assert home_departments(user) == [first]
