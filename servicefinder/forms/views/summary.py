"""Everything once more before it is sent, and sending it."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from limits.domain.rates import allow

from ..domain.drafts import open_step, speak
from ..domain.submitting import Incomplete, submit
from ..domain.walking import Walk
from ..forms import Guard
from ..presentation.addresses import DONE
from ..presentation.prices import price_rows
from ..presentation.steps import progress
from ..presentation.summary import summary_parts
from .answers import Visit, draft_page, show, to

# From opening the form to sending it; nobody reads and answers faster.
WHOLE_FORM_TAKES = timedelta(seconds=3)
# Of one network: a school or a library shares one.
SUBMISSIONS_PER_HOUR = 60


@draft_page
def summary(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Only once every step is answered. POST makes the case, once however often it comes."""
    guard = Guard(request.POST) if request.method == "POST" else Guard()
    if guard.is_valid() and timezone.now() - visit.draft.row.created_at < WHOLE_FORM_TAKES:
        guard.add_error(None, gettext("Das ging sehr schnell. Bitte senden Sie noch einmal ab."))
    if guard.is_valid():
        return _send(request, visit)
    walk = Walk(visit.form, visit.draft.content.answers)
    if (first := open_step(visit.draft, walk)) is not None:
        return to(visit.addresses.step(first.step.name))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if guard.errors else HTTPStatus.OK
    return _show(request, visit, walk, guard, status)


def _send(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What is still open is found by the one who makes the case."""
    allow("onlineforms.submit", request, limit=SUBMISSIONS_PER_HOUR, per=timedelta(hours=1))
    speak(visit.draft, visit.language)
    try:
        submit(visit.draft)
    except Incomplete as incomplete:
        return to(visit.addresses.step(incomplete.step.step.name))
    return to(visit.addresses.of(DONE))


def _show(request: HttpRequest, visit: Visit, walk: Walk, guard: Guard, status: HTTPStatus) -> HttpResponse:
    last = walk.steps[-1].step.name if walk.steps else ""
    context: dict[str, Any] = {
        "progress": progress(walk, len(walk.steps) + 1),
        "guard": guard,
        "errors": [{"text": error, "id": ""} for errors in guard.errors.values() for error in errors],
        "sections": summary_parts(walk, visit.addresses, visit.language),
        "price": price_rows(walk.prices(visit.language), visit.language),
        "back_url": visit.addresses.step(last) if last else visit.start,
    }
    title = gettext("Stimmt alles?")
    return show(request, visit, "onlineforms/summary.html", title, context, status)
