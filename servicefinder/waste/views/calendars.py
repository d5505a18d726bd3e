"""Calendar files, to subscribe to and to download."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..domain.schedules import Served, first_day, pickups, served
from ..domain.stamps import calendar_tag
from ..domain.subscriptions import HouseholdChoice, UnknownCalendar, choice_of
from ..ical import calendar_file
from .choices import household_choice

CALENDAR_TYPE = "text/calendar; charset=utf-8"
PLAIN_TYPE = "text/plain; charset=utf-8"


@require_safe
def subscribed(request: HttpRequest, token: str) -> HttpResponse:
    """A household's calendar, for programs that ask again and again."""
    try:
        choice = choice_of(token)
    except UnknownCalendar:
        return _plain("Diesen Kalender gibt es nicht. Bitte prüfen Sie, ob die Adresse vollständig ist.", 404)
    return _calendar(request, choice, "inline")


@require_safe
def downloaded(request: HttpRequest, address: UUID) -> HttpResponse:
    return _calendar(request, household_choice(request, address), "attachment")


def _calendar(request: HttpRequest, choice: HouseholdChoice, disposition: str) -> HttpResponse:
    household = served(choice.address_id)
    if household is None:
        return _plain("Diese Adresse gibt es nicht mehr. Bitte abonnieren Sie den Kalender neu.", 410)
    start = first_day(timezone.localdate())
    tag = calendar_tag(household, choice, start)
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if _has(request, tag):
        return HttpResponseNotModified(headers=headers)
    response = HttpResponse(_content(household, choice, start), content_type=CALENDAR_TYPE, headers=headers)
    response["Content-Disposition"] = f'{disposition}; filename="abfuhrkalender.ics"'
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _content(household: Served, choice: HouseholdChoice, start) -> bytes:  # type: ignore[no-untyped-def]
    rows = pickups(household.tour_ids, start, choice.fractions)
    return calendar_file(rows, f"Abfuhrkalender {household.name}", choice.alarm)


def _has(request: HttpRequest, tag: str) -> bool:
    """RFC 9110: compared weakly, since a proxy that compresses weakens the tag."""
    known = request.headers.get("If-None-Match", "")
    return known.strip() == "*" or tag in (each.strip().removeprefix("W/") for each in known.split(","))


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(f"{text}\n", status=status, content_type=PLAIN_TYPE)
