"""What the search field asks while somebody types, and what a browser asks to search here itself.

Both are asked often or by themselves: no template of a page, no session, no query to the database.
"""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from search.domain.suggesting import suggest

KEPT_SECONDS = 60
DAY_SECONDS = 24 * 60 * 60
FAVICON = "/favicon.ico"
SHORT_NAME_CHARACTERS = 16  # OpenSearch 1.1 allows no more.


@require_safe
@cache_control(public=True, max_age=KEPT_SECONDS)
def suggestions(request: HttpRequest) -> HttpResponse:
    """`/suche/vorschlaege/?q=` → `{"suggestions": [{"title", "url", "type", "label", "action"}]}`."""
    proposed = suggest(request.GET.get("q", ""), translation.get_language() or settings.LANGUAGE_CODE)
    body = json.dumps({"suggestions": [vars(each) for each in proposed]}, ensure_ascii=False)
    return HttpResponse(body, content_type="application/json")


@require_safe
@cache_control(public=True, max_age=DAY_SECONDS)
def description(request: HttpRequest) -> HttpResponse:
    """`/opensearch.xml`: lets browsers offer the city's search beside the others."""
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "short_name": settings.SITE_NAME[:SHORT_NAME_CHARACTERS].strip(),
            "name": settings.SITE_NAME,
            "search_url": settings.BASE_URL + reverse("search"),
            "icon_url": settings.BASE_URL + FAVICON,
        }
        return render(
            request,
            "search/opensearch.xml",
            context,
            content_type="application/opensearchdescription+xml; charset=utf-8",
        )
