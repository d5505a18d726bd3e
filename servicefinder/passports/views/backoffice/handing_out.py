"""The screen at the counter."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.generic import TemplateView

from ...domain.handing_out import HandOut, hand_out
from ...domain.journal import Actor
from ...forms.backoffice import HandOutForm
from .access import OfficePage

LEVELS = {HandOut.DONE: messages.SUCCESS, HandOut.ALREADY: messages.WARNING, HandOut.UNKNOWN: messages.ERROR}


class HandOutView(OfficePage, TemplateView):
    """The number is not shown again: on to the next one."""

    template_name = "passports/admin/hand_out.html"
    page_title = "Aushändigen"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"form": HandOutForm(), **kwargs})

    def post(self, request: HttpRequest) -> HttpResponse:
        form = HandOutForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        result, kind = hand_out(
            form.cleaned_data["serial"], form.cleaned_data["fact"], Actor.of(request.user)
        )
        text = (
            f"{result.label}: {kind}." if kind else f"{result.label}. Bitte Nummer und zweite Angabe prüfen."
        )
        messages.add_message(request, LEVELS[result], text)
        return HttpResponseRedirect(reverse("passports_work:hand_out"))
