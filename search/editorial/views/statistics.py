"""What citizens searched for, as a page and as a table."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ..domain.csv_rows import csv_lines
from ..domain.gaps import open_gap
from ..domain.periods import Period, chosen_period, periods
from ..domain.releasing import release as release_query
from ..domain.reports import ORDERS, VIEWS, query_rows, totals, with_refinements
from ..domain.trends import trend
from ..enums import GapReason
from ..permissions import OPEN_GAPS, RELEASE_QUERIES, SEE_QUERIES, SeersOnly, require

ROWS_PER_PAGE = 25
CSV_ROWS_LIMIT = 10_000


class Selection:
    """What the address asks for; odd values are the first of what can be chosen."""

    def __init__(self, request: HttpRequest) -> None:
        self.period: Period = chosen_period(request.GET.get("zeit", ""))
        view = request.GET.get("ansicht", "")
        self.view = view if view in VIEWS else next(iter(VIEWS))
        language = request.GET.get("sprache", "")
        self.language = language if language in dict(settings.LANGUAGES) else ""
        order = request.GET.get("sortierung", "")
        self.order = order if order.removeprefix("-") in ORDERS else "-searches"

    def rows(self) -> Any:
        return query_rows(self.period, self.view, self.language, self.order)

    def address(self, **changes: str) -> str:
        """Of the same page with some of it changed."""
        values = {
            "zeit": self.period.key,
            "ansicht": self.view,
            "sprache": self.language,
            "sortierung": self.order,
            **changes,
        }
        return "?" + urlencode({name: value for name, value in values.items() if value})

    def order_address(self, name: str) -> str:
        """By this column; a second time the other way round."""
        return self.address(sortierung=name if self.order == f"-{name}" else f"-{name}")


class StatisticsView(SeersOnly, WagtailAdminTemplateMixin, TemplateView):
    template_name = "search/editorial/statistics.html"
    page_title = "Was gesucht wird"
    header_icon = "search"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = Selection(self.request)
        page = Paginator(chosen.rows(), ROWS_PER_PAGE).get_page(self.request.GET.get("seite"))
        headings = ("Suchanfrage", "Gesucht", "Nichts gefunden", "Treffer", "Klicks", "Anders gesucht")
        names = ("text", "searches", "empty", "results", "clicks", "refined")
        return super().get_context_data(**kwargs) | {
            "chosen": chosen,
            "page": page,
            "rows": with_refinements(page.object_list, chosen.period),
            "totals": totals(chosen.period, chosen.language),
            "trend": trend(chosen.period, chosen.language),
            "periods": periods(),
            "views": [(name, label, chosen.address(ansicht=name)) for name, label in VIEWS.items()],
            "languages": settings.LANGUAGES,
            "columns": [
                (label, chosen.order_address(name), name == chosen.order.removeprefix("-"))
                for label, name in zip(headings, names, strict=True)
            ],
            "previous": chosen.address(seite=str(page.number - 1)) if page.has_previous() else "",
            "next": chosen.address(seite=str(page.number + 1)) if page.has_next() else "",
            "csv_address": reverse("search_statistics:csv") + chosen.address(),
            "back": self.request.get_full_path(),
            "may_open_gaps": self.request.user.has_perm(OPEN_GAPS),
            "may_release": self.request.user.has_perm(RELEASE_QUERIES),
        }


@require_safe
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    require(request, SEE_QUERIES)
    chosen = Selection(request)
    lines = csv_lines(chosen.rows()[:CSV_ROWS_LIMIT].iterator(chunk_size=500))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="suche-{chosen.period.key}-{chosen.view}.csv"'
    return response


@require_POST
def make_gap(request: HttpRequest) -> HttpResponse:
    require(request, OPEN_GAPS)
    query, language = _asked(request)
    empty = request.POST.get("grund") == GapReason.NOTHING_FOUND
    gap = open_gap(query, language, GapReason.NOTHING_FOUND if empty else GapReason.NEVER_CLICKED)
    if gap:
        return HttpResponseRedirect(reverse("search_gaps:edit", args=[gap.pk]))
    messages.warning(request, f"„{query}“ steht schon bei den Lücken, oder niemand hat danach gesucht.")
    return _back(request)


@require_POST
def release(request: HttpRequest) -> HttpResponse:
    require(request, RELEASE_QUERIES)
    query, language = _asked(request)
    if release_query(query, language, request.user):
        messages.success(request, f"„{query}“ wird jetzt vorgeschlagen.")
    else:
        messages.warning(request, f"Nach „{query}“ hat in den letzten 30 Tagen niemand gesucht.")
    return _back(request)


def _asked(request: HttpRequest) -> tuple[str, str]:
    return request.POST.get("anfrage", "")[:100], request.POST.get("sprache", "")[:20]


def _back(request: HttpRequest) -> HttpResponseRedirect:
    target = request.POST.get("zurueck", "")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = reverse("search_statistics:index")
    return HttpResponseRedirect(target)
