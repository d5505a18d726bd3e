"""The page of one case."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse

from ...domain.citizen_view import citizen_view
from ...domain.looking import note_citizen
from ...forms.citizen import AnswerForm, DocumentForm
from ...models import Case
from .pages import page, texts_of_request, with_case

DONE = "angekommen"


@with_case
def show_status(request: HttpRequest, case: Case, token: str) -> HttpResponse:
    """Looking changes nothing; that somebody looked is journalled once an hour."""
    if request.method == "GET":
        note_citizen(case)
    return status_page(request, case, token)


def status_page(request: HttpRequest, case: Case, token: str, **forms: Any) -> HttpResponse:
    """With `answer_form` or `document_form` as it was sent, where that could not be taken."""
    texts = texts_of_request()
    view = citizen_view(case, texts)
    if view.question:
        unsent = AnswerForm(texts=texts, initial={"question": view.question.id}, auto_id="antwort-%s")
        forms.setdefault("answer_form", unsent)
    if view.can_add:
        forms.setdefault("document_form", DocumentForm(texts=texts, auto_id="dokument-%s"))
    context = {
        "case": case,
        "token": token,
        "view": view,
        "done": texts.page.done.get(request.GET.get(DONE, ""), ""),
        "failed": next((form for form in forms.values() if form.errors), None),
        **forms,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if context["failed"] else HTTPStatus.OK
    return page(request, "cases/status.html", texts.page.case_title, status, **context)
