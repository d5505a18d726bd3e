"""The pages of offices, and their list with today's hours."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from home.addresses import german_address
from home.domain.breadcrumbs import Crumb

from ..domain.documents import office_document
from ..domain.office_lists import services_at
from ..domain.public_rows import public_rows
from ..enums import AddressKind
from ..models import OfficePage, PublishedOffice
from ..presentation.json_ld import government_office
from ..presentation.offices import map_url, office_card, office_place
from ..presentation.rows import result_rows
from .flat_pages import serve_flat
from .pages import offer_languages, show

LIST_TITLE = "Standorte"
LIST_DESCRIPTION = "Alle Ämter und Büros, zu denen Sie kommen können, mit den Öffnungszeiten von heute."


@require_safe
def office(request: HttpRequest, slug: str) -> HttpResponse:
    """`/standorte/<slug>/`."""
    row = public_rows(PublishedOffice, request.LANGUAGE_CODE, slug=slug).first()
    if row is None:
        return serve_flat(request, AddressKind.OFFICE, slug)
    offer_languages(request, AddressKind.OFFICE, PublishedOffice, "office", row.office_id)
    return show_document(request, row.document)


def office_page(page: OfficePage, request: HttpRequest) -> HttpResponse:
    """A preview, or a page that this visitor may see though not everybody may."""
    return show_document(request, office_document(page))


@require_safe
def office_list(request: HttpRequest) -> HttpResponse:
    """`/standorte/`."""
    now = timezone.now()
    rows = public_rows(PublishedOffice, request.LANGUAGE_CODE).order_by("sort_key")
    context = {
        "description": LIST_DESCRIPTION,
        "offices": [office_card(row.document, now) for row in rows],
        "german_url": german_address("offices"),
        "places": [place for row in rows for place in office_place(row.document)],
    }
    return show(request, "catalogue/office/list.html", gettext(LIST_TITLE), [], context)


def show_document(request: HttpRequest, document: dict[str, Any]) -> HttpResponse:
    services = services_at(document["language"], document["id"])
    context = {
        "office": document,
        "description": document["teaser"],
        "card": office_card(document, timezone.now()),
        "map_url": map_url(document),
        "places": office_place(document),
        "text": mark_safe(document["description"]),
        "accessibility": mark_safe(document["accessibility"]),
        "services": result_rows(services.rows),
        "service_count": services.total,
        "structured_data": government_office(document),
        "twin_url": reverse("api-v1:office", args=[document["id"]]),
    }
    way = [Crumb(gettext(LIST_TITLE), reverse("offices"))]
    return show(request, "catalogue/office/page.html", document["title"], way, context)
