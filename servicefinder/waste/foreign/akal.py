"""The city's old calendar, `/akal/akal1.php`, for programs that were written for it."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from servicefinder.addresses.domain.lookup import NotAHouseNumber, address_of_street
from servicefinder.addresses.models import Street

from ..domain.schedules import first_day, pickups, served
from ..ical import calendar_file
from ..views.calendars import CALENDAR_TYPE
from ..views.plain_text import plain_text

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@csrf_exempt  # Such programs send no token and no origin; nothing is changed here.
@require_http_methods(["GET", "HEAD", "POST"])
def akal(request: HttpRequest) -> HttpResponse:
    return _calendar(request) if request.method == "POST" else _streets(request)


def _streets(request: HttpRequest) -> HttpResponse:
    """Streets from letter `von` up to before `bis`, compared by their first character as it is written."""
    start, end = request.GET.get("von", "A"), request.GET.get("bis", "B")
    if not start or not end or start >= end:
        return plain_text("„bis“ muss hinter „von“ liegen, zum Beispiel ?von=A&bis=B.")
    streets = [
        each
        for each in Street.objects.order_by("sort_key").values_list("pk", "name")
        if start <= each[1][:1].upper() < end
    ]
    letters = [(each, chr(ord(each) + 1)) for each in (*LETTERS, *"ÄÖÜ")]
    return render(request, "waste/akal.html", {"streets": streets, "letters": letters})


def _calendar(request: HttpRequest) -> HttpResponse:
    """As iCalendar; days that were cancelled are left out, since these programs would show them."""
    street, number = request.POST.get("strasse", ""), request.POST.get("hausnr", "")
    if not (street.isascii() and street.isdigit() and len(street) < 19):
        return plain_text("„strasse“ ist die Nummer einer Straße aus der Liste.")
    try:
        address = address_of_street(int(street), number)
    except NotAHouseNumber:
        return plain_text("„hausnr“ ist keine Hausnummer.")
    if address is None:
        return plain_text("Diese Hausnummer gibt es in dieser Straße nicht.", HTTPStatus.NOT_FOUND)
    household = served(address.pk)
    start = first_day(timezone.localdate())
    rows = [row for row in pickups(household.tour_ids if household else [], start) if not row.cancelled]
    content = calendar_file(rows, f"Abfuhrkalender {address}")
    response = HttpResponse(content, content_type=CALENDAR_TYPE)
    response["Content-Disposition"] = 'attachment; filename="abfuhrkalender.ics"'
    return response
