"""The REST shape of many German waste apps, `/abfall-app/rest/`, to the letter."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from servicefinder.addresses.models import Address, Street

from ..domain.house_numbers import HIGHEST_ID, house_of, number_of
from ..domain.schedules import pickups, served
from ..models import Fraction

CITY_ID = 1


@require_safe
def cities(request: HttpRequest) -> HttpResponse:
    return _json([{"id": CITY_ID, "name": settings.SITE_NAME}])


@require_safe
def streets(request: HttpRequest, city: int) -> HttpResponse:
    if city != CITY_ID:
        return _nothing("Diesen Ort gibt es nicht.")
    rows = Street.objects.order_by("sort_key").values_list("pk", "name")
    return _json([{"id": pk, "name": name} for pk, name in rows])


@require_safe
def street(request: HttpRequest, street: int) -> HttpResponse:
    name = Street.objects.filter(pk=street).values_list("name", flat=True).first()
    if name is None:
        return _nothing("Diese Straße gibt es nicht.")
    houses = Address.objects.filter(street=street).order_by("number", "suffix")
    numbers = [
        {"id": number_of(street, number, suffix), "nr": f"{number}{suffix}"}
        for number, suffix in houses.values_list("number", "suffix")
    ]
    return _json({"id": street, "name": name, "hausNrList": numbers})


@require_safe
def fractions(request: HttpRequest) -> HttpResponse:
    return _json([{"id": pk, "name": name} for pk, name in Fraction.objects.values_list("pk", "name")])


@require_safe
def dates_of_house(request: HttpRequest, house: int) -> HttpResponse:
    address = house_of(house)
    return _dates(request, address) if address else _nothing("Diese Hausnummer gibt es nicht.")


@require_safe
def dates_of_street(request: HttpRequest, street: int) -> HttpResponse:
    """For a street that nobody asks a number of: those of its first house."""
    houses = Address.objects.filter(street=street).order_by("number", "suffix")
    address = houses.first() if street <= HIGHEST_ID else None
    return _dates(request, address) if address else _nothing("Diese Straße gibt es nicht.")


def _dates(request: HttpRequest, address: Address) -> HttpResponse:
    wanted = request.GET.getlist("fraktion")
    if not all(each.isascii() and each.isdigit() and len(each) < 19 for each in wanted):
        return JsonResponse({"message": "„fraktion“ ist eine Zahl aus /fraktionen."}, status=400)
    household = served(address.pk)
    tours = household.tour_ids if household else []
    rows = pickups(tours, timezone.localdate().replace(month=1, day=1), [int(each) for each in wanted])
    return _json(
        [
            {"datum": row.day.isoformat(), "bezirk": {"fraktionId": row.fraction_id}}
            for row in rows
            if not row.cancelled
        ]
    )


def _json(content: Iterable[Any]) -> HttpResponse:
    response = JsonResponse(content, safe=False, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _nothing(text: str) -> HttpResponse:
    return JsonResponse({"message": text}, status=404, json_dumps_params={"ensure_ascii": False})
