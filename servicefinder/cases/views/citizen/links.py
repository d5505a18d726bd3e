"""The link once more: the same answer for everybody, and the work is done elsewhere."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from limits.domain.rates import allow, allow_subject

from ...domain import access_links
from ...forms.citizen import LinkForm
from .pages import ONE_HOUR, SeeOther, page, private, texts_of_request

LINKS_PER_NETWORK, LINKS_PER_REFERENCE = 20, 5


@private
def ask_for_link(request: HttpRequest) -> HttpResponse:
    """Raises RateLimited."""
    texts = texts_of_request()
    form = LinkForm(request.POST if request.method == "POST" else None, texts=texts)
    if form.is_bound and form.is_valid():
        reference = form.cleaned_data["reference"]
        allow("cases.link", request, limit=LINKS_PER_NETWORK, per=ONE_HOUR)
        allow_subject("cases.link", reference, limit=LINKS_PER_REFERENCE, per=ONE_HOUR)
        access_links.ask_for_link(reference, form.cleaned_data["email"])
        return SeeOther(reverse("case_link_asked_for"))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return page(request, "cases/link.html", texts.page.link_title, status, form=form)


@private
def link_asked_for(request: HttpRequest) -> HttpResponse:
    texts = texts_of_request().page
    return page(request, "cases/link_asked_for.html", texts.link_sent_title)
