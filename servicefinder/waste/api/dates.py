"""`/api/v1/waste/dates`: the collection days of one address."""

import datetime
from datetime import timedelta
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Query, Router, Schema

from home.addresses import full_address
from search.api import BadParameter
from servicefinder.addresses.domain.lookup import NotAHouseNumber, address_at

from ..domain.schedules import Pickup, pickups, served
from ..domain.subscriptions import HouseholdChoice, token_for
from ..ical.calendars import note_on
from ..models import Fraction

router = Router(tags=["waste"])
ONE_YEAR = timedelta(days=366)
Words = Annotated[str, Query(max_length=200, pattern=r"^[^\x00]*$")]


class WasteDate(Schema):
    """`shifted_from`: the day that was planned, where it was moved; `note` says why."""

    date: datetime.date
    fraction: str
    shifted_from: datetime.date | None
    note: str


class WasteDates(Schema):
    """`ics` is a calendar of the same choice, to subscribe to."""

    address: str
    ics: str
    dates: list[WasteDate]


@router.get("/dates", response=WasteDates, url_name="waste_dates", summary="Collection days of an address")
def dates(
    request: HttpRequest,
    street: Words,
    number: Annotated[str, Query(max_length=20, pattern=r"^[^\x00]*$")],
    start: Annotated[datetime.date | None, Query(alias="from", description="Default: today.")] = None,
    end: Annotated[
        datetime.date | None, Query(alias="to", description="Included. Default: a year on.")
    ] = None,
    fraction: Annotated[list[str], Query(description="Key or name; may be repeated. Default: all.")] = [],  # noqa: B006
) -> dict[str, Any]:
    """A cancelled day is left out."""
    first = start or timezone.localdate()
    last = end or _a_year_on(first)
    if last < first:
        raise BadParameter("to", "to is not before from")
    wanted = _fractions(fraction)
    try:
        address = address_at(street, number)
    except NotAHouseNumber:
        raise BadParameter("number", "number is a house number such as 5 or 5a") from None
    household = address and served(address.pk)
    if not household:
        raise Http404
    rows = pickups(household.tour_ids, first, wanted)
    token = token_for(HouseholdChoice.of(household.address_id, wanted))
    return {
        "address": household.name,
        "ics": full_address(reverse("waste_subscription", args=[token])),
        "dates": [_entry(row) for row in rows if row.day <= last and not row.cancelled],
    }


def _entry(row: Pickup) -> dict[str, Any]:
    return {
        "date": row.day,
        "fraction": row.fraction,
        "shifted_from": row.shifted_from,
        "note": note_on(row),
    }


def _a_year_on(day: datetime.date) -> datetime.date:
    return day + ONE_YEAR if day.year < datetime.date.max.year else datetime.date.max


def _fractions(asked: list[str]) -> list[int]:
    """Raises BadParameter."""
    if not asked:
        return []
    known = {
        word.casefold(): pk
        for pk, *names in Fraction.objects.values_list("pk", "key", "name")
        for word in names
    }
    if unknown := [each for each in asked if each.casefold() not in known]:
        raise BadParameter("fraction", f"there is no fraction {unknown[0][:60]!r}")
    return [known[each.casefold()] for each in asked]
