"""From what somebody types to an address."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from servicefinder.addresses.domain.lookup import meant

from .pages import page, texts_of_request


@require_safe
def find_address(request: HttpRequest) -> HttpResponse:
    """The one house that is meant, or those that may be."""
    texts, asked = texts_of_request(), request.GET.get("q")
    found = meant(asked) if asked else []
    if len(found) == 1:
        return HttpResponseRedirect(reverse("waste_household", args=[found[0].pk]))
    error = "" if asked is None or found else (texts.none if asked.strip() else texts.none_help)
    links = [{"title": str(each), "url": reverse("waste_household", args=[each.pk])} for each in found]
    return page(
        request,
        "waste/find.html",
        texts.title,
        HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK,
        asked=(asked or "")[:200],
        error=error,
        found=links,
    )
