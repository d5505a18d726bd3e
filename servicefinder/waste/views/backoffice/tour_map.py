"""Tours on a map, with the list of their streets."""

from typing import Any

from ...forms.tour_map import TourMapForm
from ...presentation.backoffice.tour_map import tour_map
from .access import WastePage


class TourMapView(WastePage):
    template_name = "waste/backoffice/tour_map.html"
    page_title = "Touren auf der Karte"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = TourMapForm(self.request.GET, plan=self.plan)
        return super().get_context_data(form=form, map=tour_map(self.plan, form.choice()), **kwargs)
