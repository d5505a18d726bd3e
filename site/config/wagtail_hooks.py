"""What holds on every page of the back office, whatever room it belongs to."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks


@hooks.register("insert_global_admin_js")
def script() -> SafeString:
    return format_html('<script src="{}"></script>', static("js/backoffice.js"))


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/backoffice.css"))


@hooks.register("construct_help_menu")
def only_own_help(request: HttpRequest, items: list[Any]) -> None:
    """Without Wagtail's pages elsewhere, which are English; its list of keyboard shortcuts stays."""
    items[:] = [item for item in items if not str(item.url).startswith("https://")]


@hooks.register("construct_page_action_menu")
def approve_what_is_submitted(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Who may approve a submitted page is not offered to publish it past its workflow as well."""
    page = context.get("page")
    task = page.current_workflow_task if page else None
    if task and task.get_actions(page, request.user):
        items[:] = [item for item in items if item.name != "action-publish"]
