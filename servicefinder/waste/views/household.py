"""The page of one address."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from capabilities.http import add_headers
from servicefinder.addresses.domain.notices import notices_at

from ..domain.schedules import pickups, served
from ..presentation.bins import bins, symbols
from ..presentation.months import month_lists, month_tables
from ..presentation.next_dates import next_dates, next_list
from ..presentation.taking import taking
from .choices import household_choice
from .pages import PRIVATE, language, page, texts_of_request


@require_safe
def show_household(request: HttpRequest, address: UUID) -> HttpResponse:
    texts, today = texts_of_request(), timezone.localdate()
    household = served(address)
    if household is None:
        context = {"error": texts.gone, "asked": "", "found": []}
        return page(request, "waste/find.html", texts.title, HTTPStatus.NOT_FOUND, **context)
    choice = household_choice(request, address)
    everything = pickups(household.tour_ids, today)
    rows = [row for row in everything if not choice.fractions or row.fraction_id in choice.fractions]
    drawn = bins(language())
    offered = dict.fromkeys(row.fraction_id for row in everything)
    as_calendar = request.GET.get("ansicht") == "kalender"
    kept = choice.query()
    response = page(
        request,
        "waste/household.html",
        texts.household_title,
        household=household,
        my_address=reverse("address", args=[address]),
        notices=notices_at(address, today),
        symbols=symbols(drawn),
        next=next_list(next_dates(rows, drawn, today, texts)),
        months=(month_tables if as_calendar else month_lists)(rows, drawn, texts),
        as_calendar=as_calendar,
        list_url=f"?{kept}",
        calendar_url=f"?{kept}&ansicht=kalender" if kept else "?ansicht=kalender",
        taking=taking(
            choice,
            tuple((pk, drawn[pk].name, pk in choice.fractions) for pk in drawn if pk in offered),
            tuple(sorted({row.planned_on.year for row in everything})),
            language(),
        ),
    )
    return add_headers(response, PRIVATE)
