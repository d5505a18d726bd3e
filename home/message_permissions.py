"""Who sees which messages in the back office.

Groups with the permission to change messages see all of them: editors, the citizens' office. Others
see what was sent to a department that they work for. Nobody adds one, and open ones are not deleted.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from home.models import CitizenMessage
from home.registries import staff_departments

DEPARTMENT_ACTIONS = frozenset({"view", "change"})


class MessagePolicy(ModelPermissionPolicy):
    """Wagtail's model permissions, widened by departments and narrowed by the status."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action == "add" or not user.is_active:
            return False
        if super().user_has_permission(user, action):
            return True
        return action in DEPARTMENT_ACTIONS and bool(departments_of(user))

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: CitizenMessage) -> bool:
        if action == "add" or (action == "delete" and instance.is_open):
            return False
        return self.instances_user_has_permission_for(user, action).filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[CitizenMessage]:
        if any(super(MessagePolicy, self).user_has_permission(user, action) for action in actions):
            return CitizenMessage.objects.all()
        if DEPARTMENT_ACTIONS.intersection(actions):
            return CitizenMessage.objects.filter(department_id__in=departments_of(user))
        return CitizenMessage.objects.none()


def departments_of(user: Any) -> set[UUID]:
    """Departments that the user works for today, as the rooms that know departments say."""
    return {department for source in staff_departments for department in source.of(user)}
