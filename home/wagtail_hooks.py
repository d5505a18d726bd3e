"""What this room adds to the back office."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from home import official_notice_hooks
from home.inbox import MessageViewSet
from home.models import CityDocument
from home.views.films import part_of_film
from home.viewsets import EventCategoryViewSet, NoticeViewSet, SiteFrameViewSet

register_snippet(NoticeViewSet)
register_snippet(SiteFrameViewSet)
register_snippet(EventCategoryViewSet)


official_notice_hooks.register()


@hooks.register("register_admin_viewset")
def inbox() -> MessageViewSet:
    return MessageViewSet()


@hooks.register("before_serve_document", order=10)
def serve_part_of_film(document: CityDocument, request: HttpRequest) -> Any:
    return part_of_film(document, request)
