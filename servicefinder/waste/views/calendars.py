"""Calendar files, to subscribe to and to download."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from capabilities.http import add_headers

from ..domain.schedules import pickups
from ..domain.stamps import Stamp, stamp_of
from ..domain.subscriptions import HouseholdChoice, UnknownCalendar, choice_of
from ..ical import calendar_file
from .choices import household_choice
from .plain_text import plain_text

CALENDAR_TYPE = "text/calendar; charset=utf-8"


@require_safe
def subscribed(request: HttpRequest, token: str) -> HttpResponse:
    """A household's calendar, for programs that ask again and again."""
    try:
        choice = choice_of(token)
    except UnknownCalendar:
        return plain_text(
            "Diesen Kalender gibt es nicht. Bitte prüfen Sie, ob die Adresse vollständig ist.",
            HTTPStatus.NOT_FOUND,
        )
    return _calendar(request, choice, "inline")


SUBSCRIPTION = path("abfuhrkalender/abo/<str:token>/kalender.ics", subscribed, name="waste_subscription")


def subscription_headers(token: str) -> dict[str, str] | None:
    """What a program compares that has this calendar already; None where there is none. One query."""
    try:
        stamp = stamp_of(choice_of(token))
    except UnknownCalendar:
        return None
    return stamp and _headers(stamp)


@require_safe
def downloaded(request: HttpRequest, address: UUID) -> HttpResponse:
    return _calendar(request, household_choice(request, address), "attachment")


def _calendar(request: HttpRequest, choice: HouseholdChoice, disposition: str) -> HttpResponse:
    stamp = stamp_of(choice)
    if stamp is None:
        return plain_text(
            "Diese Adresse gibt es nicht mehr. Bitte abonnieren Sie den Kalender neu.", HTTPStatus.GONE
        )
    headers = _headers(stamp)
    if unchanged := get_conditional_response(request, etag=stamp.tag):
        return add_headers(unchanged, headers)
    response = HttpResponse(_content(stamp, choice), content_type=CALENDAR_TYPE, headers=headers)
    response["Content-Disposition"] = f'{disposition}; filename="abfuhrkalender.ics"'
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _headers(stamp: Stamp) -> dict[str, str]:
    return {"ETag": stamp.tag, "Cache-Control": "private, no-cache", "Vary": "Accept-Encoding"}


def _content(stamp: Stamp, choice: HouseholdChoice) -> bytes:
    rows = pickups(stamp.household.tour_ids, stamp.start, choice.fractions)
    return calendar_file(rows, f"Abfuhrkalender {stamp.household.name}", choice.alarm)
