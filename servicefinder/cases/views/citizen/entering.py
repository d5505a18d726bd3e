"""Opening a case by reference and code."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from limits.domain.rates import allow, allow_subject

from ...domain.access_links import token_for
from ...forms.citizen import EnterForm
from .pages import ONE_HOUR, SeeOther, page, private, texts_of_request

TRIES_PER_NETWORK, TRIES_PER_REFERENCE = 30, 10


@private
def enter(request: HttpRequest) -> HttpResponse:
    """A wrong pair is answered alike, whichever of the two is wrong. Raises RateLimited."""
    texts = texts_of_request()
    form = EnterForm(request.POST if request.method == "POST" else None, texts=texts)
    if form.is_bound and form.is_valid():
        reference = form.cleaned_data["reference"]
        allow("cases.enter", request, limit=TRIES_PER_NETWORK, per=ONE_HOUR)
        allow_subject("cases.enter", reference, limit=TRIES_PER_REFERENCE, per=ONE_HOUR)
        if token := token_for(reference, form.cleaned_data["code"]):
            return SeeOther(reverse("case_status", args=[token]))
        form.add_error(None, texts.form.no_such_case)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return page(request, "cases/enter.html", texts.page.cases, status, form=form)
