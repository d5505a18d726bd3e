"""From what somebody typed into an address field to the page of the house that is meant."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Protocol

from django.urls import reverse

from ..domain.asked import LONGEST
from ..domain.lookup import meant


class Texts(Protocol):
    """`none` where nothing was found, `none_help` where nothing was typed."""

    @property
    def none(self) -> str: ...
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
    links = [{"title": str(each), "url": reverse(page_name, args=[each.pk])} for each in found]
    error = "" if asked is None or found else (texts.none if asked.strip() else texts.none_help)
    return FoundHouses(
        only=links[0]["url"] if len(links) == 1 else "",
        context={"asked": (asked or "")[:LONGEST], "error": error, "found": links},
        status=HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK,
    )
