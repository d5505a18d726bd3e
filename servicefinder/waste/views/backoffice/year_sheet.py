"""All tours of a year on one sheet, for the wall."""

from typing import Any

from ...presentation.backoffice.year_sheet import year_sheet
from .access import WastePage


class YearSheetView(WastePage):
    template_name = "waste/backoffice/year_sheet.html"

    def get_page_title(self) -> str:
        return f"Jahresplan {self.kwargs['year']}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(overview=year_sheet(self.plan), **kwargs)
