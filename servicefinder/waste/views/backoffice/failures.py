"""A tour failed today: choose it, confirm it. Made for a phone in the depot."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from ...domain.failed import collected_between, record, waiting_for_a_day
from ...enums import PlanState
from ...forms.failures import FailureForm
from ...models import Collection, Tour
from .access import WasteFormPage, WastePage

BACK = timedelta(days=14)  # So long after it can be recorded, or a day to catch up be named.


class FailuresView(WastePage):
    """Today's tours; below them what failed and has no new day, and the tours of the days before."""

    template_name = "waste/backoffice/failures.html"
    page_title = "Ausfall melden"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        by_day = groupby(_by_tour(collected_between(today - BACK, today)), key=lambda row: row[1])
        days = {day: list(rows) for day, rows in by_day}
        return super().get_context_data(
            today=today,
            tours=days.pop(today, []),
            days=list(days.items()),
            waiting=_by_tour(waiting_for_a_day(today - BACK)),
            **kwargs,
        )


class FailureView(WasteFormPage):
    form_class = FailureForm
    template_name = "waste/backoffice/failure.html"
    button = "Ausfall melden"
    page_title = "Ausfall melden"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        public = Tour.objects.filter(plan__state=PlanState.PUBLISHED)
        self.tour = get_object_or_404(public.select_related("plan"), pk=kwargs["tour_id"])
        self.day = _day(kwargs["day"])
        self.rows = list(self.tour.collections.filter(day=self.day).select_related("fraction"))
        if not self.rows:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        offered = [(row.fraction_id, row.fraction.name) for row in self.rows]
        return {**super().get_form_kwargs(), "offered": offered}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(tour=self.tour, day=self.day, **kwargs)

    def back(self) -> str:
        return reverse("waste_work:failures")

    def perform(self, form: Any) -> str:
        values = form.cleaned_data
        done = record(
            self.tour,
            self.day,
            moved_to=values["moved_to"],
            reason=values["reason"],
            fractions=values["fractions"],
            user=self.request.user,
        )
        when = f"nachgeholt am {done.moved_to:%d.%m.%Y}" if done.moved_to else "Nachholtermin folgt"
        return f"{self.tour.name}: Der Ausfall ist gemeldet und öffentlich ({when})."


def _by_tour(rows: list[Collection]) -> list[tuple[Tour, date, str]]:
    found = groupby(rows, key=lambda row: (row.tour, row.day))
    return [(tour, day, ", ".join(row.fraction.name for row in mine)) for (tour, day), mine in found]


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Http404 from None
    if not timezone.localdate() - BACK <= day <= timezone.localdate():
        raise Http404
    return day
