"""What the room adds to the back office."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .finding_panel import add_finding_panel
from .viewsets import WasteItemViewSet

register_snippet(WasteItemViewSet)

hooks.register("construct_homepage_panels", add_finding_panel)
