"""The year as a sheet to print."""

from datetime import date
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from capabilities.http import add_headers

from ..domain.schedules import pickups, served
from ..models import Tour
from ..pdf.sheets import year_sheet as make_sheet
from .pages import PRIVATE, page, texts_of_request

LAST_YEAR = 9998


@require_safe
def year_sheet(request: HttpRequest, address: UUID, year: int) -> HttpResponse:
    """Of the tours that serve an address; the sheet names the tours, not the address."""
    household = served(address)
    tours = (
        [tour[0] for tour in household.tours if tour[2] == year] if household and year <= LAST_YEAR else []
    )
    rows = [row for row in pickups(tours, date(year, 1, 1)) if row.day.year == year] if tours else []
    if not rows:
        texts = texts_of_request()
        context = {"error": texts.no_dates if household else texts.gone, "asked": "", "found": []}
        return page(request, "waste/find.html", texts.title, HTTPStatus.NOT_FOUND, **context)
    names = Tour.objects.filter(pk__in=tours).values_list("name", flat=True)
    response = HttpResponse(make_sheet(rows, list(names), year), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="abfuhrkalender-{year}.pdf"'
    return add_headers(response, PRIVATE)
