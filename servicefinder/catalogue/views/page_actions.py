"""What the back office's own interface may do with pages, past the hooks of its views."""

from typing import Any

from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response
from wagtail.admin.api.actions.copy import CopyPageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import Page

from ..guards import DEPARTMENTS_ARE_UNIQUE, copies_a_department


class CopyWithoutDepartments(CopyPageAPIAction):
    def execute(self, instance: Page, data: dict[str, Any]) -> Response:
        if copies_a_department(instance, recursive=data["recursive"]):
            raise PermissionDenied(DEPARTMENTS_ARE_UNIQUE)
        return super().execute(instance, data)


class GuardedPages(PagesAdminAPIViewSet):
    actions = {**PagesAdminAPIViewSet.actions, "copy": CopyWithoutDepartments}
