"""Which tour serves which houses: found by street, changed street by street."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from servicefinder.addresses.models import Street

from ...domain.assignments import assign_street
from ...domain.edit_stamps import stamp_of_street
from ...forms.rows import RowsFormSet
from ...forms.streets import PartFormSet, initial_parts
from ...presentation.backoffice.streets import houses_of_street, street_rows
from .access import WastePage
from .row_forms import RowsPage


class StreetsView(WastePage):
    template_name = "waste/backoffice/streets.html"
    page_title = "Straßen und Touren"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("q", "").replace("\0", "")[:120]
        page = street_rows(self.plan, asked, self.request.GET.get("seite"))
        return super().get_context_data(page=page, q=asked, **kwargs)


class StreetView(RowsPage):
    template_name = "waste/backoffice/street.html"
    row_name = "Abschnitt"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.street = get_object_or_404(Street, pk=kwargs["street_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return self.street.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(houses=houses_of_street(self.street), **kwargs)

    def stored(self) -> list[dict[str, Any]]:
        return initial_parts(self.plan, self.street)

    def unbound(self, data: Any, initial: list[dict[str, Any]]) -> RowsFormSet:
        return PartFormSet(initial=initial, plan=self.plan, street=self.street)

    def bound(self, data: Any) -> RowsFormSet:
        return PartFormSet(data, plan=self.plan, street=self.street)

    def saving(self, rows: Any, seen: str) -> Callable[[], Any]:
        return lambda: assign_street(self.plan, self.street, rows.ranges(), self.request.user, seen=seen)

    def stamp(self) -> str:
        return stamp_of_street(self.plan, self.street)

    def back(self) -> str:
        return reverse("waste_work:streets", args=[self.kwargs["year"]])
