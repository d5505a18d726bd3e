"""The answer to too many requests: 429 with Retry-After, as a page or as a problem (RFC 9457)."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from capabilities.http import posted
from capabilities.registries import public_pages
from limits.domain.rates import RateLimited

TEMPLATE = "limits/rate_limited.html"


def rate_limited(request: HttpRequest, limited: RateLimited) -> HttpResponse:
    """Says from when on it works again; a form's input is shown so that it is not lost."""
    response = _problem() if _wants_json(request) else _page(request, limited)
    response["Retry-After"] = str(limited.retry_after)
    response["Cache-Control"] = "no-store"
    return response


def _page(request: HttpRequest, limited: RateLimited) -> HttpResponse:
    again_at = timezone.localtime(timezone.now() + timedelta(seconds=limited.retry_after))
    context = {"page_title": "Bitte warten Sie einen Moment", "again_at": again_at, **posted(request)}
    return public_pages.render(request, TEMPLATE, context, status=429)


def _problem() -> HttpResponse:
    problem = {"type": "about:blank", "title": "Too Many Requests", "status": 429}
    return JsonResponse(problem, status=429, content_type="application/problem+json")


def _wants_json(request: HttpRequest) -> bool:
    return (
        request.path_info.startswith("/api/")
        or request.get_preferred_type(["text/html", "application/json"]) == "application/json"
    )
