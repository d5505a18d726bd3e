"""Recording a case that did not come through a form."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.generic import FormView
from wagtail.admin import messages

from ...domain.recording_paper import record_case
from ...domain.types import NoSuchType
from ...enums import Origin
from ...forms.paper import PaperForm
from .access import WorkPage, actor
from .access_codes import shown_once


class PaperView(WorkPage, FormView):
    form_class = PaperForm
    template_name = "cases/admin/paper.html"
    page_title = "Vorgang aufnehmen"
    header_icon = "plus"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_invalid(self, form: PaperForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def form_valid(self, form: PaperForm) -> HttpResponse:
        values = form.cleaned_data
        try:
            opened = record_case(
                values["case_type"],
                form.person(),
                values["text"],
                actor(self.request),
                origin=Origin(values["origin"]),
                # A key of one's own: nobody's case is found by guessing another's.
                submission_key=f"staff:{self.request.user.pk}:{values['submission_key']}",
                arrived_on=values["arrived_on"],
                service_id=values["service"].pk if values["service"] else None,
                files=form.handed_in(),
            )
        except NoSuchType:
            form.add_error("case_type", "Von dieser Vorgangsart ist keine Fassung in Kraft.")
            return self.form_invalid(form)
        case_address = reverse("cases_work:case", args=[opened.case.pk])
        messages.success(self.request, f"Der Vorgang {opened.case.reference} ist aufgenommen.")
        if form.person().email or not opened.is_new:
            return HttpResponseRedirect(case_address)
        self.template_name = "cases/admin/access_code.html"
        return self.render_to_response(
            self.get_context_data(form=form, case=opened.case, **shown_once(opened.case, opened.secret))
        )
