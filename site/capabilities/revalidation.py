"""Programs that have an answer already ask whether it still holds (RFC 9110, 13.1.2), by thousands.

A room says here how to answer that for an address, from one query; `config.middleware.revalidation` then
asks before anything else is done for the request. Where it cannot say, the view answers as ever.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.urls import ResolverMatch, URLPattern
from django.utils.cache import get_conditional_response

from outbox.registries import Registry


@dataclass(frozen=True)
class Revalidated:
    """`headers` takes what the route takes from the address. It gives those of the view's 200 that a 304
    has, too: `ETag`, `Cache-Control`, `Vary`; None for what nobody may have, or have any longer.
    """

    name: str
    route: URLPattern
    headers: Callable[..., Mapping[str, str] | None]


class RevalidatedRoutes(Registry[Revalidated]):
    def unchanged(self, request: HttpRequest) -> HttpResponse | None:
        """304 where the client's answer still holds; its route is then that of the request, as for a view."""
        asked = request.META.get("HTTP_IF_NONE_MATCH")
        if not asked or request.method not in ("GET", "HEAD"):
            return None
        for match, each in self._found(request.path_info):
            headers = each.headers(**match.kwargs)
            if headers and _is_same(request, asked, headers["ETag"]):
                request.resolver_match = match
                return HttpResponseNotModified(headers=headers)
        return None

    def _found(self, path: str) -> Iterator[tuple[ResolverMatch, Revalidated]]:
        for each in self:
            if match := each.route.resolve(path[1:]):
                yield match, each


def _is_same(request: HttpRequest, asked: str, tag: Any) -> bool:
    """Most clients send back what they got; others several, or with `W/` after compression."""
    if asked == tag:
        return True
    answer = get_conditional_response(request, etag=tag)
    return answer is not None and answer.status_code == HttpResponseNotModified.status_code


revalidated = RevalidatedRoutes()
