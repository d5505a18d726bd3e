"""Where a form begins: what it is for, what is needed, what becomes of the data, and one button."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from capabilities.http import cookieless_post
from home.domain.breadcrumbs import Crumb
from limits.domain.rates import allow
from servicefinder.catalogue.enums import AddressKind
from servicefinder.catalogue.models import flat_path
from servicefinder.catalogue.views.flat_pages import serve_flat
from servicefinder.catalogue.views.pages import finder_crumb
from servicefinder.catalogue.views.pages import show as show_page

from ..domain.drafts import start as start_draft
from ..domain.prefilling import given_answers
from ..domain.preflight import problems_of_page
from ..domain.versions import current_version, form_of_version
from ..forms import Guard
from ..models import FormPage
from ..presentation.addresses import RESUME, DraftAddresses
from ..presentation.start import start_parts
from .answers import to

# A library or a school shares one network; a robot would start thousands.
STARTS_PER_HOUR = 200


@never_cache
@cookieless_post
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest, slug: str) -> HttpResponse:
    """`/formular/<slug>/`. Wagtail decides who may see it; older addresses lead to the current one.

    In another language it is the page in that language, else the German one as far as it is translated.
    """
    try:
        return serve_flat(request, AddressKind.FORM, slug)
    except Http404:
        if request.LANGUAGE_CODE == settings.LANGUAGE_CODE:
            raise
    return serve_flat(request, AddressKind.FORM, slug, settings.LANGUAGE_CODE)


def form_page(page: FormPage, request: HttpRequest) -> HttpResponse:
    """The page as Wagtail serves it, for citizens and as a preview.

    POST begins a draft, with what the address fills in.
    """
    language = page.language if request.is_preview else request.LANGUAGE_CODE  # type: ignore[attr-defined]
    if language not in page.languages:
        raise Http404
    version = None if request.is_preview else current_version(page.form)  # type: ignore[attr-defined]
    guard = Guard(request.POST) if request.method == "POST" else Guard()
    if guard.is_bound and version is not None and guard.is_valid():
        allow("onlineforms.start", request, limit=STARTS_PER_HOUR, per=timedelta(hours=1))
        answers = given_answers(form_of_version(version), request.GET.dict(), language)
        _, token = start_draft(version, language, answers=answers)
        return to(DraftAddresses(page.slug, token).of(RESUME))
    urls = {code: flat_path(AddressKind.FORM, code, page.slug) for code in page.languages}
    if len(urls) > 1:  # Else the frame looks for translations.
        request.language_urls = urls  # type: ignore[attr-defined]
    parts = start_parts(page, version, request, language)
    ready = version is not None or request.is_preview  # type: ignore[attr-defined]
    crumbs: list[Crumb] = [finder_crumb()]
    context = {**parts, "guard": guard, "ready": ready}
    if request.is_preview:  # type: ignore[attr-defined]
        context["findings"] = problems_of_page(page)
    else:
        context["canonical"] = urls[language]
    response = show_page(request, "onlineforms/start.html", parts["title"], crumbs, context)
    response.status_code = 422 if guard.errors else 200
    return response
