"""What `base.html` needs around every page: city, navigation, footer, notices, languages."""

from typing import Any

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """Everything around a page."""
    return {}
