"""Calendar files, to subscribe to and to download."""

from datetime import date
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from capabilities.http import add_headers

from ..domain.schedules import Served, first_day, pickups, served
from ..domain.stamps import calendar_tag
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


@require_safe
def downloaded(request: HttpRequest, address: UUID) -> HttpResponse:
    return _calendar(request, household_choice(request, address), "attachment")


def _calendar(request: HttpRequest, choice: HouseholdChoice, disposition: str) -> HttpResponse:
    household = served(choice.address_id)
    if household is None:
        return plain_text(
            "Diese Adresse gibt es nicht mehr. Bitte abonnieren Sie den Kalender neu.", HTTPStatus.GONE
        )
    start = first_day(timezone.localdate())
    tag = calendar_tag(household, choice, start)
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if request.META.get("HTTP_IF_NONE_MATCH") == tag:  # As nearly all programs ask, again and again.
        return HttpResponseNotModified(headers=headers)
    if unchanged := get_conditional_response(request, etag=tag):
        return add_headers(unchanged, headers)
    response = HttpResponse(_content(household, choice, start), content_type=CALENDAR_TYPE, headers=headers)
    response["Content-Disposition"] = f'{disposition}; filename="abfuhrkalender.ics"'
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _content(household: Served, choice: HouseholdChoice, start: date) -> bytes:
    rows = pickups(household.tour_ids, start, choice.fractions)
    return calendar_file(rows, f"Abfuhrkalender {household.name}", choice.alarm)
