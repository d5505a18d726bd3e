"""How much comes in, how much gets done, and how long it takes."""

from typing import Any

from django.utils import timezone
from django.views.generic import TemplateView

from charts.bars import BarChart, Series
from servicefinder.catalogue.models import Department

from ...domain.assigning import load
from ...domain.statistics import by_type, months, open_by_age
from ...domain.visibility import visible_cases
from ...models import CaseTypeVersion, MonthFigures
from .access import WorkPage

MONTHS = 12


class DashboardView(WorkPage, TemplateView):
    """Of the person's departments. Months come from stored figures, what is open from the cases."""

    template_name = "cases/admin/dashboard.html"
    page_title = "Zahlen"
    header_icon = "view"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        departments = self.request.case_departments  # type: ignore[attr-defined]
        rows = list(MonthFigures.objects.filter(department__in=departments))
        monthly = months(rows, timezone.localdate(), MONTHS)
        recent = [row for row in rows if f"{row.month:%m/%Y}" in {each.label for each in monthly}]
        open_cases = visible_cases(self.request.user).filter(department__in=departments)
        ages = open_by_age(open_cases)
        return super().get_context_data(**kwargs) | {
            "departments": Department.objects.filter(pk__in=departments),
            "came_and_went": BarChart(
                "Eingegangen und abgeschlossen je Monat",
                tuple(each.label for each in monthly),
                (
                    Series("eingegangen", tuple(each.received for each in monthly)),
                    Series("abgeschlossen", tuple(each.closed for each in monthly)),
                ),
                first_heading="Monat",
            ),
            "took": BarChart(
                "Bearbeitungszeit der abgeschlossenen Vorgänge je Monat, in Tagen",
                tuple(each.label for each in monthly),
                (
                    Series("Hälfte fertig nach", tuple(each.median for each in monthly)),
                    Series("neun von zehn fertig nach", tuple(each.percentile_90 for each in monthly)),
                ),
                first_heading="Monat",
            ),
            "ages": BarChart(
                "Offene Vorgänge nach Alter",
                tuple(label for label, _ in ages),
                (Series("offen", tuple(count for _, count in ages)),),
                first_heading="Alter",
            ),
            "open_total": sum(count for _, count in ages),
            "types": by_type(recent, _names({row.case_type_id for row in recent})),
            "load": load(open_cases),
            "months": MONTHS,
        }


def _names(type_ids: set[int]) -> dict[int, str]:
    versions = CaseTypeVersion.objects.filter(case_type__in=type_ids, approved_at__isnull=False)
    return dict(versions.order_by("number").values_list("case_type", "name"))
