"""`?jahr=2026` at a list that keeps its years at addresses of their own."""

from collections.abc import Collection

from django.http import HttpRequest

PARAMETER = "jahr"


def asked_year(request: HttpRequest, known: Collection[int]) -> int | None:
    """The year of the address, if there is something of it."""
    asked = request.GET.get(PARAMETER, "")
    return next((year for year in known if str(year) == asked), None)


def is_unknown_year(request: HttpRequest) -> bool:
    """Whether something was asked for that did not lead on."""
    return bool(request.GET.get(PARAMETER))
