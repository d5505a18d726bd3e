"""The search in the back office: its menu, and what groups can be permitted."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail import hooks

from .viewsets import SearchGroup


@hooks.register("register_admin_viewset")
def register_search() -> SearchGroup:
    return SearchGroup()


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    """Those that no list of the back office brings along."""
    return Permission.objects.filter(content_type__app_label="search_editorial", codename="view_storedquery")
