"""The list of cases, as a page and as a table for spreadsheets."""

from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from ...domain.assigning import load
from ...domain.listing import Wanted, in_order, keys_in, keys_wanted, rows_of
from ...domain.looking import record_for_all
from ...domain.remembering import remembered
from ...domain.searching import FOUND_LIMIT, FOUND_PER_PAGE, case_called, cases_of_name
from ...domain.visibility import are_shared_with, cases_of
from ...enums import EntryKind
from ...exports.case_lists import EXPORT_LIMIT, csv_of
from ...forms.bulk import BulkForm
from ...forms.lists import ListForm
from ...presentation.case_rows import rows_html
from .access import WorkPage, actor

CASES_PER_PAGE = 25
TYPED_LIMIT_CHARACTERS = 100


class CasePaginator(Paginator):
    """Counts long lists once a minute; `about` says which list it is."""

    def __init__(self, *args: Any, about: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about

    @cached_property
    def count(self) -> int:
        cases: Any = self.object_list
        return remembered("count", self.about, cases.count, size=int)


class CaseListView(WorkPage, TemplateView):
    template_name = "cases/admin/list.html"
    page_title = "Vorgänge"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The forms are made only where they are read or shown anew: mostly they are remembered as HTML."""
        departments = self.request.case_departments  # type: ignore[attr-defined]
        asked = self.request.GET
        filters: Any = SimpleLazyObject(lambda: ListForm(asked, departments=departments))
        filtered = any(asked.get(name) for name in ListForm.base_fields)
        wanted = filters.wanted() if filtered else Wanted()
        shared = are_shared_with(departments)
        found = keys_wanted(departments, wanted, self.request.user, with_shared=shared)
        about = (sorted(departments), wanted, self.request.user.pk)
        several = len(departments) > 1
        page = CasePaginator(found, CASES_PER_PAGE, about=about).get_page(asked.get("seite"))
        return super().get_context_data(**kwargs) | {
            "filters": filters,
            "filtered": filtered,
            "page": page,
            "rows": rows_html(rows_of(list(page.object_list)), choosable=True, several_departments=several),
            "several_departments": several,
            "load": remembered(
                "load",
                sorted(departments),
                lambda: load(cases_of(departments, with_shared=shared)),
                size=_open_in,
            ),
            "bulk": SimpleLazyObject(
                lambda: BulkForm(departments=departments, people=lambda: filters.people)
            ),
            "departments_key": "-".join(sorted(map(str, departments))),
            "query": _query(self.request),
            "previous": _query(self.request, page.number - 1) if page.has_previous() else "",
            "next": _query(self.request, page.number + 1) if page.has_next() else "",
            "export_limit": EXPORT_LIMIT,
        }


class SearchView(WorkPage, TemplateView):
    """By POST: a name must not stand in an address. Each case that is shown is journalled."""

    template_name = "cases/admin/found.html"
    page_title = "Vorgänge suchen"
    http_method_names = ["get", "post"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseRedirect(reverse("cases_work:list"))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        typed = request.POST.get("suche", "").strip()[:TYPED_LIMIT_CHARACTERS]
        departments = request.case_departments  # type: ignore[attr-defined]
        mine = cases_of(departments)
        found = case_called(mine, typed)
        if found:
            return HttpResponseRedirect(reverse("cases_work:case", args=[found.pk]))
        named = cases_of_name(mine, typed)
        ordered = keys_in(in_order(mine.filter(pk__in=named.keys)))
        page = Paginator(ordered, FOUND_PER_PAGE).get_page(request.POST.get("seite"))
        shown = list(page.object_list)
        record_for_all(shown, EntryKind.FOUND_BY_NAME, actor(request))
        several = len(departments) > 1
        context = self.get_context_data(
            typed=typed,
            too_many=FOUND_LIMIT if named.too_many else 0,
            rows=rows_html(rows_of(shown), choosable=False, several_departments=several),
            page=page,
            several_departments=several,
        )
        return self.render_to_response(context)


@require_POST
def as_csv(request: HttpRequest) -> HttpResponse:
    """What the list with the same filters shows, journalled in each case."""
    departments = request.case_departments  # type: ignore[attr-defined]
    filters = ListForm(request.GET, departments=departments)
    found = keys_wanted(departments, filters.wanted(), request.user, with_shared=True)
    keys = list(found[:EXPORT_LIMIT])
    record_for_all(keys, EntryKind.EXPORTED, actor(request))
    response = HttpResponse(csv_of(rows_of(keys)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="vorgaenge.csv"'
    return response


def _open_in(rows: list[dict[str, Any]]) -> int:
    return sum(int(row["open"]) for row in rows)


def _query(request: HttpRequest, page: int | None = None) -> str:
    values = [(name, value) for name, value in request.GET.items() if value and name != "seite"]
    if page:
        values.append(("seite", str(page)))
    return "?" + urlencode(values)
