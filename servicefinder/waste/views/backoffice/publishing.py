"""Approving, publishing now or at an hour, and going back."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ...domain.approving import approve
from ...domain.contents import write_content
from ...domain.effects import effect_of
from ...domain.publishing import publish_by_hand
from ...domain.restoring import restore, withdraw
from ...domain.scheduling import schedule_publication, unschedule
from ...forms.backoffice import ConfirmForm, ScheduleForm
from ...models import Plan
from ...presentation.backoffice.effects import shown_effect
from .access import WasteFormPage, deed


@deed
def approve_plan(request: HttpRequest, plan: Plan) -> str:
    approve(plan, request.user)
    return "Freigegeben. Öffentlich wird es erst mit dem Veröffentlichen."


@deed
def publish_plan(request: HttpRequest, plan: Plan) -> str:
    done = publish_by_hand(plan, request.user)
    return (
        f"Veröffentlicht: {done.new} neue, {done.changed} geänderte, davon {done.cancelled} entfallene Tage."
    )


@deed
def unschedule_plan(request: HttpRequest, plan: Plan) -> str:
    unschedule(plan, request.user)
    return "Der Termin ist aufgehoben."


class ScheduleView(WasteFormPage):
    form_class = ScheduleForm
    page_title = "Zu einem Termin veröffentlichen"
    button = "Termin festlegen"

    def perform(self, form: Any) -> str:
        schedule_publication(self.plan, form.cleaned_data["at"], self.request.user)
        return "Der Termin ist festgelegt. Wird der Plan bis dahin geändert, braucht er eine neue Freigabe."


class WithdrawView(WasteFormPage):
    form_class = ConfirmForm
    page_title = "Veröffentlichung zurückziehen"
    button = "Zurückziehen"
    template_name = "waste/backoffice/withdraw.html"

    def perform(self, form: Any) -> str:
        withdraw(self.plan, self.request.user)
        return f"{self.plan} ist nicht mehr öffentlich."


class RestoreView(WasteFormPage):
    """A state that was public before, and what would change by going back to it."""

    form_class = ConfirmForm
    page_title = "Früheren Stand wiederherstellen"
    button = "Wiederherstellen und veröffentlichen"
    template_name = "waste/backoffice/restore.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.revision_id = kwargs["revision_id"]
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        revision = self._revision()
        effect = effect_of(
            self.plan, lambda: write_content(self.plan, revision.content), timezone.localdate()
        )
        return super().get_context_data(revision=revision, effect=shown_effect(effect, "1"), **kwargs)

    def perform(self, form: Any) -> str:
        restore(self.plan, self._revision(), self.request.user)
        return "Der frühere Stand ist wiederhergestellt und veröffentlicht."

    def _revision(self) -> Any:
        revisions = self.plan.revisions.select_related("made_by")
        return get_object_or_404(revisions, pk=self.revision_id)
