"""One case on one page."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView

from ...domain.handing_over import may_dispose
from ...domain.looking import note_opening
from ...domain.visibility import visible_cases
from ...enums import EntryKind
from ...forms.working import UnshareForm, WorkForm
from ...models import Case, JournalEntry
from ...presentation.backoffice import facts, opened_contents, shown_entries
from ...registries import case_behaviours
from .access import WorkPage, actor, case_for
from .deeds import DEEDS

NEWEST_ENTRIES = 15
ENTRIES_PER_PAGE = 100
# What only says that somebody looked is no change that somebody must hear of.
LOOKED = (EntryKind.OPENED, EntryKind.DOCUMENT_OPENED, EntryKind.FOUND_BY_NAME, EntryKind.EXPORTED)


class CasePage(WorkPage, TemplateView):
    """`bound` is the form to be shown again, `since` the entry after which somebody else changed the case."""

    template_name = "cases/admin/case.html"
    bound: WorkForm | None = None
    since: int | None = None

    def get(self, request: HttpRequest, case_id: UUID) -> HttpResponse:
        self.case = case_for(request, case_id)
        note_opening(self.case, actor(request))
        return self.shown()

    def shown(self, status: int = 200) -> HttpResponse:
        # What was just journalled belongs to what the person sees.
        self.case.refresh_from_db(fields=["version", "journal_count", "journal_head"])
        return self.render_to_response(self.get_context_data(), status=status)

    def get_page_title(self) -> str:
        return f"Vorgang {self.case.reference}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        case, user = self.case, self.request.user
        opened = opened_contents(case)
        mine = may_dispose(user, case)
        newest = JournalEntry.objects.filter(case=case).order_by("-sequence")[:NEWEST_ENTRIES]
        return super().get_context_data(**kwargs) | {
            "case": case,
            "opened": opened,
            "facts": facts(case, opened.contents),
            "entries": shown_entries(newest),
            "forms": {} if opened.problem else self._forms(mine),
            "mine": mine,
            "shares": self._shares(mine),
            "duplicates": visible_cases(user).filter(duplicate_of=case).only("pk", "reference"),
            "original": visible_cases(user).filter(duplicates=case).only("pk", "reference").first(),
            "behaviour": self._panel(),
            "changes": self._changes(),
            "bound": self.bound,
        }

    def _forms(self, mine: bool) -> dict[str, WorkForm]:
        """What can be done now, and the form to be shown again in any case: it holds what was typed."""
        forms: dict[str, WorkForm] = {}
        for deed in DEEDS:
            if self.bound is not None and self.bound.name == deed.name:
                forms[deed.key] = self.bound
            elif deed.possible(self.case) and (mine or not deed.own_only):
                forms[deed.key] = deed.form(case=self.case, user=self.request.user)
        return forms

    def _shares(self, mine: bool) -> list[tuple[Any, WorkForm | None]]:
        shares = self.case.shares.select_related("department", "shared_by")
        return [(each, self._unshare(each.department_id) if mine else None) for each in shares]

    def _unshare(self, department_id: UUID) -> WorkForm:
        return UnshareForm(case=self.case, user=self.request.user, initial={"department": department_id})

    def _panel(self) -> tuple[str, dict[str, Any]] | None:
        behaviour = case_behaviours.get(self.case.type_version.case_type.key)
        return behaviour.panel(self.case) if behaviour and behaviour.panel else None

    def _changes(self) -> list[Any]:
        if self.since is None:
            return []
        later = JournalEntry.objects.filter(case=self.case, sequence__gt=self.since)
        return shown_entries(later.exclude(kind__in=LOOKED).order_by("sequence")[:20])


class JournalPage(WorkPage, TemplateView):
    """The whole journal, the newest first."""

    template_name = "cases/admin/journal.html"

    def get(self, request: HttpRequest, case_id: UUID) -> HttpResponse:
        self.case: Case = case_for(request, case_id)
        note_opening(self.case, actor(request))
        return self.render_to_response(self.get_context_data())

    def get_page_title(self) -> str:
        return f"Journal zu {self.case.reference}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entries = JournalEntry.objects.filter(case=self.case).order_by("-sequence")
        page = Paginator(entries, ENTRIES_PER_PAGE).get_page(self.request.GET.get("seite"))
        return super().get_context_data(**kwargs) | {
            "case": self.case,
            "page": page,
            "entries": shown_entries(page.object_list),
            "previous": f"?seite={page.number - 1}" if page.has_previous() else "",
            "next": f"?seite={page.number + 1}" if page.has_next() else "",
        }


class PrintPage(TemplateView):
    """Everything about the case on paper, without the furniture of the back office."""

    template_name = "cases/admin/print.html"

    def get(self, request: HttpRequest, case_id: UUID) -> HttpResponse:
        case = case_for(request, case_id)
        note_opening(case, actor(request))
        opened = opened_contents(case)
        entries = shown_entries(JournalEntry.objects.filter(case=case).order_by("sequence")[:500])
        context = {"case": case, "opened": opened, "facts": facts(case, opened.contents), "entries": entries}
        return self.render_to_response(self.get_context_data(**context))
