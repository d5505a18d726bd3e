"""A page with rows to fill in: more rows, what would change, save. Nothing that was typed is lost."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from ...domain.effects import effect_of
from ...domain.problems import NotPlannable
from ...forms.rows import ROWS_MORE, RowsFormSet
from ...presentation.backoffice.effects import shown_effect
from .access import WastePage, tell

MORE, TRY = "more", "try"
SAVED = "Gespeichert. Öffentlich wird es erst nach Freigabe und Veröffentlichung."


class RowsPage(WastePage):
    """Subclasses say what the rows are, whether all is valid, what is saved and what it is a stamp of."""

    row_name = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._shown(self.unbound(None, self.stored()))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rows = self.bound(request.POST)
        if MORE in request.POST:
            longer = self.unbound(request.POST, rows.typed())
            longer.extra = ROWS_MORE
            return self._shown(longer)
        if not self.all_valid(rows):
            return self._shown(rows, status=422)
        save = self.saving(rows, request.POST.get("seen", ""))
        try:
            if TRY in request.POST:
                effect = effect_of(self.plan, save, timezone.localdate())
                self.plan.refresh_from_db()
                return self._shown(rows, effect=shown_effect(effect, "1"))
            save()
        except NotPlannable as problem:
            self.plan.refresh_from_db()
            return self._shown(rows, problem=str(problem), status=422)
        tell(request, SAVED, self.plan)
        return HttpResponseRedirect(self.back())

    def _shown(self, rows: RowsFormSet, *, status: int = 200, **more: Any) -> HttpResponse:
        """With the stamp of what is stored now: who was told that somebody was quicker decides."""
        keeps = status != 422 and self.request.method == "POST"
        seen = self.request.POST.get("seen", "") if keeps else self.stamp()
        context = self.get_context_data(
            rows=rows, row_name=self.row_name, seen=seen, back=self.back(), **more
        )
        return self.render_to_response(context, status=status)

    def stored(self) -> list[dict[str, Any]]:
        raise NotImplementedError

    def unbound(self, data: Any, initial: list[dict[str, Any]]) -> RowsFormSet:
        """Rows without messages; `data` is what was typed beside them."""
        raise NotImplementedError

    def bound(self, data: Any) -> RowsFormSet:
        raise NotImplementedError

    def all_valid(self, rows: RowsFormSet) -> bool:
        return rows.is_valid()

    def saving(self, rows: Any, seen: str) -> Callable[[], Any]:
        raise NotImplementedError

    def stamp(self) -> str:
        raise NotImplementedError

    def back(self) -> str:
        raise NotImplementedError
