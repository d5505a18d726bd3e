"""Permissions follow from memberships: one group per department and role, filled day by day."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission

from accounts.models import User

from ..enums import Role
from ..models import Department, DepartmentGroup, DepartmentPage, Membership
from .department_collections import equip_collection
from .department_workflows import assign_workflow, dissolve_workflow

PAGE_PERMISSIONS = {
    Role.AUTHOR: ("add_page", "change_page"),
    Role.APPROVER: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    Role.HEAD: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
}
# A group's name has at most 150 characters, of which the role and a part of the key need some.
DEPARTMENT_NAME_LENGTH = 110


@transaction.atomic
def equip(page: DepartmentPage) -> None:
    """Give a department what its people need: groups, permissions on its page, collection, workflow.

    Idempotent; for the page of every language, so that translations belong to the same people.
    """
    department = page.identity
    groups = {role: _group(department, role) for role in Role}
    for role, group in groups.items():
        _permit(group, page, PAGE_PERMISSIONS[role])
    equip_collection(department, groups.values())
    assign_workflow(department, page, [groups[Role.APPROVER], groups[Role.HEAD]])
    fill_groups(department)


@transaction.atomic
def fill_groups(department: Department) -> None:
    """Put into each group of the department exactly those whose membership is valid today."""
    for link in DepartmentGroup.objects.filter(department=department).select_related("group"):
        members = Membership.objects.valid_today().filter(department=department, role=link.role)
        link.group.user_set.set(members.values_list("user_id", flat=True))


def membership_changed(membership: Membership) -> None:
    """Fill the groups of its department, and of one that the person has just left."""
    former = Department.objects.filter(groups__group__user=membership.user_id).exclude(
        pk=membership.department_id
    )
    for department in (membership.department, *former.distinct()):
        fill_groups(department)


def fill_all_groups() -> None:
    """For the schedule, after midnight: memberships begin and end without anybody saving anything."""
    for department in Department.objects.all():
        fill_groups(department)


def home_departments(user: User) -> list[DepartmentPage]:
    """German pages of the departments that the person belongs to today."""
    departments = Membership.objects.valid_today().filter(user=user).values("department")
    pages = DepartmentPage.objects.filter(
        department__in=departments, locale__language_code=settings.LANGUAGE_CODE
    )
    return list(pages.order_by("title"))


@transaction.atomic
def dissolve(department: Department) -> None:
    """Remove groups and workflow of a department that is going to be deleted."""
    Group.objects.filter(department_group__department=department).delete()
    dissolve_workflow(department)


def _group(department: Department, role: Role) -> Group:
    """The group of the role, named after the department as it is called now."""
    link = DepartmentGroup.objects.filter(department=department, role=role).select_related("group").first()
    group = link.group if link else Group()
    name = _free_name(f"{department.name[:DEPARTMENT_NAME_LENGTH]}: {role.label}", group, department)
    if group.name != name:
        group.name = name
        group.save()
    if link is None:
        _let_in(group)
        DepartmentGroup.objects.create(department=department, role=role, group=group)
    return group


def _free_name(name: str, group: Group, department: Department) -> str:
    """Group names are unique; two departments may be called alike."""
    if Group.objects.filter(name=name).exclude(pk=group.pk).exists():
        return f"{name} {str(department.pk)[:8]}"
    return name


def _let_in(group: Group) -> None:
    """Membership opens the back office."""
    group.permissions.add(
        *Permission.objects.filter(codename="access_admin", content_type__app_label="wagtailadmin")
    )


def _permit(group: Group, page: DepartmentPage, codenames: Iterable[str]) -> None:
    wanted = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames)
    granted = GroupPagePermission.objects.filter(group=group, page=page.pk).values("permission")
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=page.pk, permission=permission)
        for permission in wanted.exclude(pk__in=granted)
    )
