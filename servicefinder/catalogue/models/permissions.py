"""What members may do with the page of their own department: everything below it, little with itself."""

from typing import Any

from wagtail.models import PagePermissionTester

from ..enums import Role
from .memberships import DepartmentGroup

REORDER_LIMIT = 200


class DepartmentPagePermissionTester(PagePermissionTester):
    """Permissions that come from the department's own groups count for what lies below its page.

    The head may edit and publish the page; moving, unpublishing, deleting and copying it is decided above.
    """

    def __init__(self, user: Any, page: Any) -> None:
        super().__init__(user, page)
        self.from_above: set[str] = set()
        self.is_head = False
        if user.is_active and not user.is_superuser:
            self._look_above()

    def can_edit(self) -> bool:
        return self._with("change", super().can_edit, for_head=True)

    def can_publish(self) -> bool:
        return self._with("publish", super().can_publish, for_head=True)

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        wagtails_answer = super().can_delete
        return self._with("change", lambda: wagtails_answer(ignore_bulk))

    def can_unpublish(self) -> bool:
        return self._with("publish", super().can_unpublish)

    def can_lock(self) -> bool:
        return self._with("lock", super().can_lock)

    def can_unlock(self) -> bool:
        return self._with("unlock", super().can_unlock)

    def can_copy(self) -> bool:
        return self._with("change", super().can_copy)

    def can_reorder_children(self) -> bool:
        """Dragging needs all children on one page: for thousands of them that takes minutes."""
        return bool(super().can_reorder_children() and self.page.numchild <= REORDER_LIMIT)

    def _look_above(self) -> None:
        permissions = self.permission_policy.get_cached_permissions_for_user(self.user)
        here = [each for each in permissions if each.page_id == self.page.pk]
        above = [each for each in permissions if each.page_id != self.page.pk and self._is_below(each.page)]
        self.from_above = {each.permission.codename.rsplit("_", maxsplit=1)[0] for each in above}
        groups = {each.group_id for each in here}
        self.is_head = DepartmentGroup.objects.filter(group__in=groups, role=Role.HEAD).exists()

    def _is_below(self, page: Any) -> bool:
        return bool(self.page.path.startswith(page.path))

    def _with(self, permission: str, wagtails_answer: Any, *, for_head: bool = False) -> bool:
        trusted = self.user.is_superuser or permission in self.from_above or (for_head and self.is_head)
        return bool(trusted and wagtails_answer())
