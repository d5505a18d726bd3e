"""Background work in the back office: its pages, who may see them, and what is logged."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogActionRegistry

from outbox.domain.interventions import DISCARD_ACTION, RETRY_ACTION
from outbox.viewsets import BackgroundWorkViewSet


@hooks.register("register_admin_viewset")
def register_background_work() -> ViewSet:
    return BackgroundWorkViewSet()


@hooks.register("register_permissions")
def register_permission() -> QuerySet[Permission]:
    """Administrators have it anyway; a group for operators can be given it."""
    return Permission.objects.filter(content_type__app_label="outbox", codename="change_job")


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(RETRY_ACTION, "Auftrag wiederholen", "Auftrag wiederholt")
    actions.register_action(DISCARD_ACTION, "Auftrag verwerfen", "Auftrag verworfen")
