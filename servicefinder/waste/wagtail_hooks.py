"""What the room adds to the back office."""

from wagtail.snippets.models import register_snippet

from .viewsets import WasteItemViewSet

register_snippet(WasteItemViewSet)
