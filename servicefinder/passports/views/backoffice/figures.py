"""Figures, and the office's journal."""

from typing import Any

from django.core.paginator import Paginator
from django.views.generic import TemplateView

from ...domain.statistics import counts_chart, waiting_chart
from ...enums import DocumentKind
from ...models import PassportEntry
from .access import OfficePage

ENTRIES_PER_PAGE = 100
WORDS = {
    **dict(DocumentKind.choices),
    "lines": "Zeilen",
    "bad": "fehlerhaft",
    "new": "neu",
    "changed": "geändert",
    "unchanged": "unverändert",
    "old": "zu alt",
    "handed_out": "ausgehändigt",
    "not_fetched": "nicht abgeholt",
}


class FiguresView(OfficePage, TemplateView):
    template_name = "passports/admin/figures.html"
    page_title = "Zahlen"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"counts": counts_chart(), "waiting": waiting_chart()}


class JournalView(OfficePage, TemplateView):
    template_name = "passports/admin/journal.html"
    page_title = "Journal"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(PassportEntry.objects.all(), ENTRIES_PER_PAGE).get_page(
            self.request.GET.get("seite")
        )
        entries = [
            (each, ", ".join(f"{WORDS.get(key, key)}: {value}" for key, value in each.counts.items()))
            for each in page.object_list
        ]
        return super().get_context_data(**kwargs) | {"page": page, "entries": entries}
