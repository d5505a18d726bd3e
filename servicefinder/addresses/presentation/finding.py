"""From what somebody typed into an address field to the page of the house that is meant."""

from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Protocol

from django.urls import reverse

from ..domain.asked import LONGEST
from ..domain.lookup import House, meant
from ..domain.neighbours import neighbours_of
from ..models import Address


class Texts(Protocol):
    """`none` where nothing was found, `no_number` where a street has no such number, `none_help` where
    nothing was typed.
    """

    @property
    def none(self) -> str: ...
    @property
    def no_number(self) -> str: ...
    @property
    def none_help(self) -> str: ...


@dataclass(frozen=True)
class FoundHouses:
    """`only`: the page to go to where one house is meant, else empty; then find.html takes `context`."""

    only: str
    context: dict[str, Any]
    status: HTTPStatus


def find(asked: str | None, texts: Texts, page_name: str) -> FoundHouses:
    """`asked` is None where nobody has asked yet; `page_name` names the page of one house."""
    found = meant(asked) if asked else []
    links = _links(found, page_name)
    error, only = "", links[0]["url"] if len(links) == 1 else ""
    if asked is not None and not found:
        near = neighbours_of(asked)
        error = texts.none if asked.strip() else texts.none_help
        if near:
            error = texts.no_number.format(street=near.street, number=near.number)
            links = _links(near.houses, page_name)
    return FoundHouses(
        only=only,
        context={"asked": (asked or "")[:LONGEST], "error": error, "found": links},
        status=HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK,
    )


def _links(houses: Iterable[House | Address], page_name: str) -> list[dict[str, str]]:
    return [{"title": str(each), "url": reverse(page_name, args=[each.pk])} for each in houses]
