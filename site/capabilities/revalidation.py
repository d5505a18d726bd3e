"""Programs that have an answer already ask whether it still holds (RFC 9110, 13.1.2), by thousands.

A room registers here how that is answered for an address of its own, from one query;
`config.serving.revalidation` does so before Django begins with the request. What does not match goes to the
view, which answers as ever.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.urls import URLPattern
from django.utils.http import parse_etags

from outbox.registries import Registry


@dataclass(frozen=True)
class Revalidated:
    """`headers` takes what the route takes from the address. It gives those of the view's 200 that a 304
    has, too: `ETag`, `Cache-Control`, `Vary`; None for what nobody may have, or have any longer.
    """

    name: str
    route: URLPattern
    headers: Callable[..., Mapping[str, str] | None]


class Unchanged(NamedTuple):
    """Headers of the 304, and what its route took from the address."""

    headers: Mapping[str, str]
    captured: dict[str, Any]


class RevalidatedRoutes(Registry[Revalidated]):
    def unchanged(self, path: str, if_none_match: str) -> Unchanged | None:
        """None where the client's answer does not hold any more, or nobody can say so from here."""
        for each in self:
            if match := each.route.resolve(path[1:]):
                headers = each.headers(**match.kwargs)
                if headers and _names(if_none_match, headers["ETag"]):
                    return Unchanged(headers, match.kwargs)
        return None


def _names(if_none_match: str, tag: str) -> bool:
    """Most clients send back what they got; others several, or with `W/` after compression."""
    if if_none_match == tag:
        return True
    asked = {each.removeprefix("W/") for each in parse_etags(if_none_match)}
    return tag.removeprefix("W/") in asked or "*" in asked


revalidated = RevalidatedRoutes()
