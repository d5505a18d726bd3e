"""What all pages of a draft have in common: found by its link, kept from caches, referrers and indexes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from capabilities.http import cookieless_post
from home.rendering import render_page

from ..domain.definitions import FormDef
from ..domain.drafts import AlreadySubmitted, DraftExpired, NoSuchDraft, OpenDraft, open_draft
from ..domain.sealed_drafts import DraftUnreadable
from ..presentation.addresses import DONE, DraftAddresses

# A draft that was left alone for long: who comes back is told before it is gone.
WARNED_BEFORE = timedelta(days=3)
SEE_OTHER = HTTPStatus.SEE_OTHER


@dataclass(frozen=True)
class Visit:
    """A draft, its addresses, and the form in the language of the page."""

    draft: OpenDraft
    addresses: DraftAddresses
    slug: str
    language: str
    form: FormDef

    @property
    def title(self) -> str:
        title: str = self.draft.row.version.title
        return self.draft.form.text(title, self.language)

    @cached_property
    def start(self) -> str:
        """Where the form begins. What is only tried out may not be public yet: back to its editor."""
        if not self.draft.content.try_out:
            return self.addresses.start
        pages = self.draft.row.version.form.pages.filter(locale__language_code=settings.LANGUAGE_CODE)
        page_id = pages.values_list("pk", flat=True).first()
        return reverse("onlineforms_try_out_page", args=[page_id]) if page_id else self.addresses.start


View = Callable[..., HttpResponse]


def draft_page(view: View) -> View:
    """`view(request, visit, **captured)` for the draft behind `token`; a clear page where there is none."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @cookieless_post
    def found(request: HttpRequest, slug: str, token: str, **captured: Any) -> HttpResponse:
        try:
            draft = open_draft(token)
            language = request.LANGUAGE_CODE
            visit = Visit(
                draft, DraftAddresses(slug, token), slug, language, draft.form.in_language(language)
            )
            if draft.content.confirmation is not None and view.__name__ != "done":
                return to(visit.addresses.of(DONE))
            return view(request, visit, **captured)
        except AlreadySubmitted:
            return to(DraftAddresses(slug, token).of(DONE))
        except DraftExpired:
            return _gone(request, slug, HTTPStatus.GONE)
        except (NoSuchDraft, DraftUnreadable):
            return _gone(request, slug, HTTPStatus.NOT_FOUND)

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **captured: Any) -> HttpResponse:
        return _private(found(request, *args, **captured))

    answered.csrf_exempt = True  # type: ignore[attr-defined]
    return answered


def show(
    request: HttpRequest,
    visit: Visit,
    template: str,
    title: str,
    context: Mapping[str, Any],
    status: int = 200,
) -> HttpResponse:
    """A page of the draft. Neither its address nor anything personal goes into what the frame writes."""
    request.language_urls = _languages(request, visit)  # type: ignore[attr-defined]
    shared = {
        "page_title": title,
        "form_title": visit.title,
        "canonical": visit.addresses.start,
        "start_url": visit.start,
        "try_out": visit.draft.content.try_out,
        "language": visit.language,
        "expires_at": visit.draft.row.expires_at,
        "ends_soon": visit.draft.row.expires_at - timezone.now() < WARNED_BEFORE,
    }
    return render_page(request, template, {**shared, **context}, status=status)


def to(address: str) -> HttpResponse:
    """Leads on with GET, so that reloading sends nothing twice."""
    return HttpResponseRedirect(address, status=SEE_OTHER)


def _languages(request: HttpRequest, visit: Visit) -> dict[str, str]:
    """The same page in every language that the form has texts in."""
    prefixes = {code: f"/{prefix}" if prefix else "" for code, prefix in settings.LANGUAGE_PREFIXES.items()}
    path = request.path.removeprefix(prefixes.get(visit.language, ""))
    return {
        code: f"{prefixes.get(code, '')}{path}" for code in (settings.LANGUAGE_CODE, *visit.draft.form.texts)
    }


def _gone(request: HttpRequest, slug: str, status: HTTPStatus) -> HttpResponse:
    start = DraftAddresses(slug, "").start
    title = gettext("Dieses ausgefüllte Formular gibt es nicht mehr")
    context = {"page_title": title, "start_url": start, "canonical": start}
    return render_page(request, "onlineforms/gone.html", context, status=status)


def _private(response: HttpResponse) -> HttpResponse:
    """Without referrer, browsers that only know `Origin` hide it: what was refused can come again with it."""
    refused = response.status_code == HTTPStatus.FORBIDDEN
    response["Referrer-Policy"] = "same-origin" if refused else "no-referrer"
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
