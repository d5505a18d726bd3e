"""Flat addresses of what has no read model: find the page, then let Wagtail serve it.

Wagtail's own way of serving checks privacy, so that a flat address never shows more than the tree would.
"""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from ..domain.addresses import find
from ..enums import AddressKind
from ..models import DepartmentPage, IdentifiedPage, OfficePage, ServicePage

PAGES: dict[AddressKind, type[IdentifiedPage]] = {
    AddressKind.SERVICE: ServicePage,
    AddressKind.DEPARTMENT: DepartmentPage,
    AddressKind.OFFICE: OfficePage,
}


def serve_pages_of(kind: AddressKind, model: type[IdentifiedPage]) -> None:
    """Later rooms say here which pages their addresses lead to."""
    PAGES[kind] = model


def serve_flat(
    request: HttpRequest, kind: AddressKind, slug: str, language: str | None = None
) -> HttpResponse:
    """The live page at the address in `language`, that of the request; 301 from an older address."""
    language = language or request.LANGUAGE_CODE
    found = find(kind, language, slug)
    if found is None:
        raise Http404
    page = (
        PAGES[kind]
        .objects.filter(translation_key=found.target, locale__language_code=language, live=True)
        .first()
    )
    if page is None or not may_read_facts(request, page):
        raise Http404
    if found.redirect:
        return HttpResponsePermanentRedirect(found.redirect)
    request._wagtail_route_for_request = RouteResult(page)  # type: ignore[attr-defined]
    return serve(request, request.path_info)


def may_read_facts(request: HttpRequest, page: IdentifiedPage) -> bool:
    """Whether this visitor may see the German page, whose facts a translation shows.

    Wagtail asks only about the page that it serves.
    """
    german = page.facts_page()
    if german is page:
        return True
    return german.live and all(each.accept_request(request) for each in german.get_view_restrictions())
