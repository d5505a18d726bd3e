"""Giving up a case, after one more question."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ...domain.transitions import CaseChanged, NotPossible
from ...domain.withdrawing import can_withdraw, withdraw
from ...forms.citizen import WithdrawForm
from ...models import Case
from .pages import SeeOther, page, texts_of_request, with_case
from .status import DONE


@with_case
def withdraw_case(request: HttpRequest, case: Case, token: str) -> HttpResponse:
    """Sent twice, it is withdrawn once."""
    texts = texts_of_request()
    form = WithdrawForm(request.POST if request.method == "POST" else None, texts=texts)
    if form.is_bound and form.is_valid():
        try:
            withdraw(case)
        except (NotPossible, CaseChanged):
            case.refresh_from_db()
            form.add_error(None, texts.form.changed if can_withdraw(case) else texts.page.withdraw_impossible)
        else:
            return SeeOther(f"{reverse('case_status', args=[token])}?{DONE}=withdrawn")
    context = {"case": case, "token": token, "form": form, "possible": can_withdraw(case)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return page(request, "cases/withdraw.html", texts.page.withdraw_title, status, **context)
