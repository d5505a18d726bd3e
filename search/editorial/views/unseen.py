"""Services and pages that no search shows, or that nobody follows."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from search.registries import sources

from ..domain.periods import last_days
from ..domain.unseen_records import KINDS, described, unseen_records
from ..permissions import SeersOnly

ROWS_PER_PAGE = 25


class UnseenView(SeersOnly, WagtailAdminTemplateMixin, TemplateView):
    """`?quelle=service&art=nie-gefunden`; of the last thirty days, since months do not tell records."""

    template_name = "search/editorial/unseen.html"
    page_title = "Was niemand findet"
    header_icon = "view"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        names = [(source.name, str(source.model._meta.verbose_name_plural)) for source in sources]
        first = "service" if sources.get("service") else next(iter(sources.names()), "")
        source = self.request.GET.get("quelle", "")
        source = source if sources.get(source) else first
        kind = self.request.GET.get("art", "")
        kind = kind if kind in KINDS else next(iter(KINDS))
        records = unseen_records(last_days(), source, kind)
        page = Paginator(records, ROWS_PER_PAGE).get_page(self.request.GET.get("seite"))
        chosen = urlencode({"quelle": source, "art": kind})
        return super().get_context_data(**kwargs) | {
            "sources": names,
            "source": source,
            "kinds": KINDS.items(),
            "kind": kind,
            "page": page,
            "rows": described(list(page.object_list)),
            "previous": f"?{chosen}&seite={page.number - 1}" if page.has_previous() else "",
            "next": f"?{chosen}&seite={page.number + 1}" if page.has_next() else "",
        }
