"""Answering a question of the department, with a file where there is one."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ...domain.documents import TooMuch
from ...domain.questions import answer
from ...domain.transitions import CaseChanged, NotPossible
from ...enums import MessageKind
from ...forms.citizen import AnswerForm
from ...models import Case
from .pages import SeeOther, texts_of_request, with_case
from .refusing import too_much
from .status import DONE, status_page


@with_case
def answer_question(request: HttpRequest, case: Case, token: str) -> HttpResponse:
    """Sent twice, it is one answer; what cannot be taken comes back with everything that was typed."""
    address = reverse("case_status", args=[token])
    if request.method != "POST":
        return SeeOther(address)
    texts = texts_of_request()
    form = AnswerForm(request.POST, request.FILES, texts=texts, auto_id="antwort-%s")
    if form.is_valid():
        try:
            _take(form, case)
        except TooMuch as refused:
            form.add_error("file", too_much(refused, texts))
        except NotPossible:
            form.add_error(None, texts.form.no_longer)
        except CaseChanged:
            form.add_error(None, texts.form.changed)
        else:
            return SeeOther(f"{address}?{DONE}=answer")
        case.refresh_from_db()
    return status_page(request, case, token, answer_form=form)


@transaction.atomic
def _take(form: AnswerForm, case: Case) -> None:
    if not form.use_ticket():
        return
    question = case.messages.filter(kind=MessageKind.QUESTION, pk=form.cleaned_data["question"]).first()
    if question is None:
        raise NotPossible("Diese Rückfrage gibt es nicht.")
    answer(case, question, form.cleaned_data["text"], form.incoming())
