"""Who stands in for whom, and until when."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages

from ...domain.deputies import deputies_seen_by, people_led_by
from ...forms.settings import DeputyForm
from .access import WorkPage


class DeputiesView(WorkPage, FormView):
    form_class = DeputyForm
    template_name = "cases/admin/deputies.html"
    page_title = "Vertretungen"
    header_icon = "user"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        led = set(people_led_by(self.request.user).values_list("pk", flat=True))
        return super().get_context_data(deputies=deputies_seen_by(self.request.user), led=led, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        form.save()
        messages.success(self.request, "Die Vertretung ist eingetragen.")
        return HttpResponseRedirect(reverse("cases_work:deputies"))


@require_POST
def end_deputy(request: HttpRequest, deputy_id: int) -> HttpResponse:
    led = people_led_by(request.user)
    get_object_or_404(deputies_seen_by(request.user), pk=deputy_id, person__in=led).delete()
    messages.success(request, "Die Vertretung ist beendet.")
    return HttpResponseRedirect(reverse("cases_work:deputies"))
