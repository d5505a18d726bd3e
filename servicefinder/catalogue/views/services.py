"""The page of a service: from its read model, or from a draft in the back office."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..domain.documents import service_document
from ..domain.public_rows import public_rows
from ..enums import AddressKind
from ..models import PublishedOffice, PublishedService, ServicePage
from ..presentation.json_ld import government_service
from ..presentation.offices import office_card
from ..presentation.service_page import service_parts
from .flat_pages import serve_flat
from .pages import city_name, finder_crumb, offer_languages, show

TEMPLATE = "catalogue/service/page.html"


@require_safe
def service(request: HttpRequest, slug: str) -> HttpResponse:
    """`/dienstleistungen/<slug>/`. Without a read model Wagtail decides: privacy, older addresses, 404."""
    row = public_rows(PublishedService, request.LANGUAGE_CODE, slug=slug).first()
    if row is None:
        return serve_flat(request, AddressKind.SERVICE, slug)
    offer_languages(request, AddressKind.SERVICE, PublishedService, "service", row.service_id)
    return show_document(request, row.document)


def service_page(page: ServicePage, request: HttpRequest) -> HttpResponse:
    """A preview, or a page that this visitor may see though not everybody may."""
    return show_document(request, service_document(page))


def show_document(request: HttpRequest, document: dict[str, Any]) -> HttpResponse:
    now = timezone.now()
    offices = _offices(document)
    parts = service_parts(document, [office_card(office, now) for office in offices], now)
    context = {
        **parts,
        "description": document["teaser"] or document["summary"],
        "structured_data": government_service(document, offices, city_name(request)),
        "twin_url": reverse("api-v1:service", args=[document["id"]]),
        "feedback_url": reverse("feedback", args=[document["slug"]]) if document["slug"] else "",
        "finder_url": reverse("finder"),
    }
    return show(request, TEMPLATE, document["title"], [finder_crumb()], context)


def _offices(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Documents of the public offices, in the service's order. One query, none without offices."""
    if not document["offices"]:
        return []
    rows = public_rows(PublishedOffice, document["language"], office__in=document["offices"])
    found = {str(row.office_id): row.document for row in rows}
    return [found[key] for key in document["offices"] if key in found]
