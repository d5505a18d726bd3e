"""A query, and why its results stand where they stand."""

from typing import Any

from django.conf import settings
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from search.engines.ranking import FIELDS

from ..domain.explaining import explain
from ..permissions import SeersOnly

FIELD_LABELS = {
    "title": "Titel",
    "alternatives": "Synonyme der Seite",
    "vocabulary": "Wortschatz",
    "events": "Lebensereignisse",
    "related": "Verwandtes",
    "teaser": "Kurztext",
    "body": "Text",
}


class ExplanationView(SeersOnly, WagtailAdminTemplateMixin, TemplateView):
    """`?q=&sprache=`"""

    template_name = "search/editorial/explanation.html"
    page_title = "Warum dieser Treffer?"
    header_icon = "help"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        query = self.request.GET.get("q", "")
        language = self.request.GET.get("sprache", "")
        language = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        return super().get_context_data(**kwargs) | {
            "query": query,
            "language": language,
            "languages": settings.LANGUAGES,
            "fields": [FIELD_LABELS.get(name, name) for name in FIELDS],
            "explanation": explain(query, language) if query.strip() else None,
        }
