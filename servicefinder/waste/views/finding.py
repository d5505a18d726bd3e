"""From what somebody types to an address."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from servicefinder.addresses.presentation.finding import find

from .pages import page, texts_of_request


@require_safe
def find_address(request: HttpRequest) -> HttpResponse:
    """The one house that is meant, or those that may be."""
    texts = texts_of_request()
    found = find(request.GET.get("q"), texts, "waste_household")
    if found.only:
        return HttpResponseRedirect(found.only)
    return page(request, "waste/find.html", texts.title, found.status, **found.context)
