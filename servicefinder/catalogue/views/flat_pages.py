"""Flat addresses of what has no read model: find the page, then let Wagtail serve it.

Wagtail's own way of serving checks privacy, so that a flat address never shows more than the tree would.
"""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from home.models import BasePage

from ..domain.addresses import find
from ..enums import AddressKind
from ..models import DepartmentPage, OfficePage, ServicePage

PAGES: dict[AddressKind, type[BasePage]] = {
    AddressKind.SERVICE: ServicePage,
    AddressKind.DEPARTMENT: DepartmentPage,
    AddressKind.OFFICE: OfficePage,
}


def serve_flat(request: HttpRequest, kind: AddressKind, slug: str) -> HttpResponse:
    """The live page at the address in the language of the request; 301 from an older address."""
    language = request.LANGUAGE_CODE
    found = find(kind, language, slug)
    if found is None:
        raise Http404
    page = (
        PAGES[kind]
        .objects.filter(translation_key=found.target, locale__language_code=language, live=True)
        .first()
    )
    if page is None:
        raise Http404
    if found.redirect:
        return HttpResponsePermanentRedirect(found.redirect)
    request._wagtail_route_for_request = RouteResult(page)  # type: ignore[attr-defined]
    return serve(request, request.path_info)
