"""Redirects from old addresses; the database is asked only where there is nothing else."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect

from home.publicity import is_public

NOT_FOUND = 404


class RedirectMiddleware:
    """Wagtail's redirects, except to pages that are not public: their addresses are nobody's business."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != NOT_FOUND or request.method not in {"GET", "HEAD"}:
            return response
        found = self._find(request)
        if found is None or not (target := found.link):
            return response
        answer = HttpResponsePermanentRedirect if found.is_permanent else HttpResponseRedirect
        return answer(target)

    def _find(self, request: HttpRequest) -> Redirect | None:
        """The redirect of the address with its query, or else without."""
        for address in dict.fromkeys((request.get_full_path(), request.path)):
            try:
                path = Redirect.normalise_path(address, decode_unicode=False)
            except ValueError:  # `//[x/` reads as a host that is none.
                continue
            found = get_redirect(request, path)
            if found is not None and (found.redirect_page_id is None or is_public(found.redirect_page_id)):
                return found
        return None
