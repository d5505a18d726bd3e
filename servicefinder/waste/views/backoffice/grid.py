"""A month of all tours as a grid."""

from typing import Any

from django.utils import timezone

from ...presentation.backoffice.grid import grid_of_month
from .access import WastePage

MONTHS = range(1, 13)


class GridView(WastePage):
    template_name = "waste/backoffice/grid.html"

    def get_page_title(self) -> str:
        return "Kalender der Touren"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(grid=grid_of_month(self.plan, self._month()), **kwargs)

    def _month(self) -> int:
        asked = self.request.GET.get("monat", "")
        if asked.isdecimal() and int(asked) in MONTHS:
            return int(asked)
        today = timezone.localdate()
        return today.month if self.plan and self.plan.year == today.year else 1
