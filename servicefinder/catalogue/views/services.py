"""The page of a service: from its read model, or from a draft in the back office."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..domain.documents import service_document
from ..domain.page_reading import find_offices, find_service
from ..enums import AddressKind
from ..models import ServicePage, flat_path
from ..presentation.json_ld import government_service
from ..presentation.office_cards import card_of
from ..presentation.service_page import service_parts
from .flat_pages import serve_flat
from .pages import city_name, finder_crumb, show

TEMPLATE = "catalogue/service/page.html"


@require_safe
def service(request: HttpRequest, slug: str) -> HttpResponse:
    """`/dienstleistungen/<slug>/`. Without a read model Wagtail decides: privacy, older addresses, 404."""
    found = find_service(request.LANGUAGE_CODE, slug, timezone.now())
    if found is None:
        return serve_flat(request, AddressKind.SERVICE, slug)
    request.language_urls = {  # type: ignore[attr-defined]
        language: flat_path(AddressKind.SERVICE, language, name) for language, name in found.slugs.items()
    }
    return show_document(request, found.document, found.written)


def service_page(page: ServicePage, request: HttpRequest) -> HttpResponse:
    """A preview, or a page that this visitor may see though not everybody may."""
    return show_document(request, service_document(page))


def show_document(
    request: HttpRequest, document: dict[str, Any], written: dict[str, str] | None = None
) -> HttpResponse:
    now = timezone.now()
    offices = find_offices(document["language"], document["offices"], now)
    parts = service_parts(document, [card_of(office, now) for office in offices], now, written)
    context = {
        **parts,
        "description": document["teaser"] or document["summary"],
        "structured_data": government_service(
            document, [office.document for office in offices], city_name(request)
        ),
        "twin_url": reverse("api-v1:service", args=[document["id"]]),
        "finder_url": reverse("finder"),
    }
    return show(request, TEMPLATE, document["title"], [finder_crumb()], context)
