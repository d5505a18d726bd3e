"""The household's choice in the query of an address: `?art=3&art=5&alarm=abend`."""

from uuid import UUID

from django.http import HttpRequest

from ..domain.subscriptions import HouseholdChoice

HIGHEST_ID = 2**31


def household_choice(request: HttpRequest, address_id: UUID) -> HouseholdChoice:
    """What makes no sense counts as not chosen."""
    ids = (int(each) for each in request.GET.getlist("art")[:50] if each.isascii() and each.isdigit())
    return HouseholdChoice.of(
        address_id, (each for each in ids if each < HIGHEST_ID), request.GET.get("alarm", "")
    )
