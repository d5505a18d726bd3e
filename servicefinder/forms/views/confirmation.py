"""The page after sending: reference, what happens next and by when. The same however often it is opened."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from servicefinder.cases.domain.secrets import path_of
from servicefinder.catalogue.domain.texts import expanded

from ..domain.submitting import Confirmation
from ..editing.spelling import harmless
from ..presentation.addresses import RESUME
from ..presentation.prices import price_rows
from .answers import Visit, draft_page, show, to


@draft_page
def done(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Without a confirmation there is nothing to confirm: back to what is still open."""
    if visit.draft.content.confirmation is None:
        return to(visit.addresses.of(RESUME))
    confirmation = Confirmation.from_json(visit.draft.content.confirmation)
    secret = confirmation.secret
    settings, language = visit.draft.settings, visit.language
    next_steps = visit.draft.form.text(settings.get("next_steps", ""), language)
    context = {
        "confirmation": confirmation,
        "due": date.fromisoformat(confirmation.due_on) if confirmation.due_on else None,
        "case_url": path_of(secret, language) if secret else "",
        "receipt_url": reverse("case_receipt_pdf", args=[secret]) if secret else "",
        "next_steps": mark_safe(harmless(expanded(next_steps))),
        "receipt_text": visit.draft.form.text(settings.get("receipt_text", ""), language),
        "price": price_rows(confirmation.price, language),
        "sent_at": visit.draft.row.submitted_at,
    }
    title = gettext("Probe beendet") if visit.draft.content.try_out else gettext("Ihre Angaben sind da")
    return show(request, visit, "onlineforms/done.html", title, context)
