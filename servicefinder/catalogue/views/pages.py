"""What all public pages of the catalogue share: the frame, the way here, other languages."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from home.domain.breadcrumbs import Crumb
from home.domain.site_frame import frame
from home.domain.structured_data import breadcrumb_list
from home.rendering import render_page

from ..enums import AddressKind
from ..models import flat_path


def show(
    request: HttpRequest, template: str, title: str, way: list[Crumb], context: Mapping[str, Any]
) -> HttpResponse:
    """Render `template` with `way` as what lies between the front page and this page."""
    crumbs = [Crumb(gettext("Startseite"), frame(request)["home_url"]), *way, Crumb(title, "")]
    shared = {
        "page_title": title,
        "breadcrumb": crumbs,
        "breadcrumb_data": breadcrumb_list(crumbs, request),
    }
    return render_page(request, template, {**shared, **context})


def finder_crumb() -> Crumb:
    return Crumb(gettext("Dienstleistungen"), reverse("finder"))


def city_name(request: HttpRequest) -> str:
    name: str = frame(request)["site_name"]
    return name


def offer_languages(request: HttpRequest, kind: AddressKind, model: Any, field: str, key: UUID) -> None:
    """Tell the frame in which languages the same thing can be read. One query."""
    rows = model.objects.filter(**{field: key}).values_list("language", "slug")
    request.language_urls = {  # type: ignore[attr-defined]
        language: flat_path(kind, language, slug) for language, slug in rows
    }
