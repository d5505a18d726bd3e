"""Life situations: all of them, and each with the services that belong to it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from home.addresses import german_address
from home.domain.breadcrumbs import Crumb

from ..domain.addresses import find
from ..domain.life_situation_lists import services_in, shown_situations
from ..domain.texts import expanded
from ..enums import AddressKind
from ..models import LifeSituation, flat_path
from ..presentation.life_situations import situation_links
from ..presentation.rows import result_rows
from .pages import show

TITLE = "Lebenslagen"
DESCRIPTION = "Was ist los bei Ihnen? Alles, was in einer Lebenslage zu erledigen ist, auf einer Seite."

FIRST = 5  # The most wanted services of a long list stand by themselves.
LONG_LIST = 8


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """`/lebenslagen/`."""
    situations = situation_links(shown_situations(request.LANGUAGE_CODE))
    context = {
        "description": DESCRIPTION,
        "situations": situations,
        "finder_url": reverse("finder"),
        "german_url": german_address("life_situations"),
    }
    return show(request, "catalogue/life_situation/overview.html", gettext(TITLE), [], context)


@require_safe
def life_situation(request: HttpRequest, slug: str) -> HttpResponse:
    """`/lebenslagen/<slug>/`; 301 from an older address."""
    language = request.LANGUAGE_CODE
    situations = LifeSituation.objects.filter(locale__language_code=language)
    situation = situations.filter(slug=slug).first()
    if situation is None:
        return _older_address(language, slug)
    _offer_languages(request, situation)
    services = services_in(situation)
    rows = result_rows(services.rows)
    first = rows[:FIRST] if len(rows) > LONG_LIST else []
    context = {
        "situation": situation,
        "description": situation.teaser,
        "text": mark_safe(expanded(situation.body)),
        "picture": situation_links([situation])[0]["image"],
        "first": first,
        "services": rows[len(first) :],
        "service_count": services.total,
        "services_url": f"{reverse('finder')}?lebenslage={situation.slug}",
        "twin_url": reverse("api-v1:life_situation", args=[situation.translation_key]),
    }
    way = [Crumb(gettext(TITLE), reverse("life_situations"))]
    return show(request, "catalogue/life_situation/page.html", situation.title, way, context)


def _older_address(language: str, slug: str) -> HttpResponse:
    found = find(AddressKind.LIFE_SITUATION, language, slug)
    if found is None or found.redirect is None:
        raise Http404
    return HttpResponsePermanentRedirect(found.redirect)


def _offer_languages(request: HttpRequest, situation: LifeSituation) -> None:
    rows = LifeSituation.objects.filter(translation_key=situation.translation_key)
    request.language_urls = {  # type: ignore[attr-defined]
        language: flat_path(AddressKind.LIFE_SITUATION, language, slug)
        for language, slug in rows.values_list("locale__language_code", "slug")
    }
