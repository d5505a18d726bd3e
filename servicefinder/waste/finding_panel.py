"""What the nightly check has found, on the start page of the back office, for those who plan."""

from typing import Any

from wagtail.admin.ui.components import Component

from outbox.models import NightlyFinding

from .domain.checks import NAME
from .domain.office import works_with_waste


class FindingPanel(Component):
    name = "waste_findings"
    template_name = "waste/admin/findings.html"
    order = 60

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"findings": list(NightlyFinding.objects.filter(check_name=NAME).order_by("pk"))}


def add_finding_panel(request: Any, panels: list[Component]) -> None:
    """Only for those who plan, and only while there is something."""
    if works_with_waste(request.user) and NightlyFinding.objects.filter(check_name=NAME).exists():
        panels.append(FindingPanel())
