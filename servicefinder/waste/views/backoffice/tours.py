"""Tours of a year: which there are, how often they come, and that one goes."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from ...domain.edit_stamps import stamp_of_tour
from ...domain.effects import effect_of
from ...domain.problems import NotPlannable
from ...domain.tour_editing import WantedTour, remove_tour, save_tour
from ...forms.rows import RowsFormSet
from ...forms.tours import RemoveTourForm, RhythmFormSet, TourForm, initial_rhythms
from ...models import Tour
from ...presentation.backoffice.effects import ShownEffect, shown_effect
from ...presentation.backoffice.tours import tour_rows
from .access import WasteFormPage, WastePage
from .row_forms import RowsPage


class ToursView(WastePage):
    template_name = "waste/backoffice/tours.html"
    page_title = "Touren"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(tours=tour_rows(self.plan), **kwargs)


class TourView(RowsPage):
    """A tour of the year or, without a code in the address, a new one."""

    template_name = "waste/backoffice/tour.html"
    row_name = "Rhythmus"
    tour: Tour | None = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.head: TourForm | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if "code" in kwargs:
            self.tour = get_object_or_404(
                Tour.objects.select_related("plan"), plan__year=kwargs["year"], code=kwargs["code"]
            )
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return self.tour.name if self.tour else "Neue Tour"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(head=self.head, tour=self.tour, **kwargs)

    def stored(self) -> list[dict[str, Any]]:
        return initial_rhythms(self.tour)

    def unbound(self, data: Any, initial: list[dict[str, Any]]) -> RowsFormSet:
        values = {name: getattr(self.tour, name) for name in ("code", "name", "note")} if self.tour else {}
        typed = {name: data[name] for name in TourForm.base_fields if name in data} if data else {}
        self.head = TourForm(initial=values | typed, plan=self.plan, tour=self.tour)
        return RhythmFormSet(initial=initial, plan=self.plan)

    def bound(self, data: Any) -> RowsFormSet:
        values = {"code": self.tour.code} if self.tour else {}
        self.head = TourForm(data, initial=values, plan=self.plan, tour=self.tour)
        return RhythmFormSet(data, plan=self.plan, tour=self.tour.code if self.tour else "")

    def all_valid(self, rows: RowsFormSet) -> bool:
        return all([self.head and self.head.is_valid(), rows.is_valid()])

    def saving(self, rows: Any, seen: str) -> Callable[[], Any]:
        values = self.head.cleaned_data if self.head else {}
        return lambda: save_tour(
            self.plan, WantedTour(**values, rhythms=rows.rhythms(), seen=seen), self.request.user
        )

    def stamp(self) -> str:
        return stamp_of_tour(self.plan, self.tour.code) if self.tour else ""

    def back(self) -> str:
        return reverse("waste_work:tours", args=[self.kwargs["year"]])


class RemoveTourView(WasteFormPage):
    """Who takes over its houses; what that means for them, once somebody is chosen."""

    form_class = RemoveTourForm
    template_name = "waste/backoffice/remove_tour.html"
    button = "Tour entfernen"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.tour = get_object_or_404(
            Tour.objects.select_related("plan"), plan__year=kwargs["year"], code=kwargs["code"]
        )
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return f"{self.tour.name} entfernen"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "tour": self.tour}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(tour=self.tour, streets=self.tour.ranges.count(), **kwargs)

    def form_valid(self, form: Any) -> Any:
        if "try" not in self.request.POST:
            return super().form_valid(form)
        try:
            effect = self._effect(form)
        except NotPlannable as problem:
            form.add_error(None, str(problem))
            return self.form_invalid(form)
        return self.render_to_response(self.get_context_data(form=form, effect=effect))

    def _effect(self, form: Any) -> ShownEffect:
        successor = form.cleaned_data["successor"]
        effect = effect_of(
            self.plan, lambda: remove_tour(self.plan, self.tour, successor), timezone.localdate()
        )
        self.plan.refresh_from_db()
        self.tour = Tour.objects.select_related("plan").get(plan=self.plan, code=self.tour.code)
        return shown_effect(effect, "1")

    def perform(self, form: Any) -> str:
        remove_tour(self.plan, self.tour, form.cleaned_data["successor"], self.request.user)
        return f"{self.tour.name} ist entfernt. Öffentlich wird es erst nach Freigabe und Veröffentlichung."

    def back(self) -> str:
        return reverse("waste_work:tours", args=[self.kwargs["year"]])
