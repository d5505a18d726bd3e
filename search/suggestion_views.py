"""What the search field asks while somebody types, and what a browser asks to search here itself.

Both are asked often or by themselves: no template of a page, no session, no query to the database.
"""

import json
import time
from dataclasses import asdict
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from search.domain.query_words import cleaned
from search.domain.suggesting import suggest
from search.engines import Engine, engine
from search.engines.patience import patience

KEPT_SECONDS = 10
DAY_SECONDS = 24 * 60 * 60
FAVICON = "/favicon.ico"
SHORT_NAME_CHARACTERS = 16  # OpenSearch 1.1 allows no more.


@require_safe
@cache_control(public=True, max_age=KEPT_SECONDS)
@patience()
def suggestions(request: HttpRequest) -> HttpResponse:
    """`/suche/vorschlaege/?q=` → `{"suggestions": [{"title", "url", "type", "label", "action"}]}`."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    body = _body(engine(), cleaned(request.GET.get("q", "")), language, int(time.time()) // KEPT_SECONDS)
    return HttpResponse(body, content_type="application/json")


@lru_cache(maxsize=1024)
def _body(source: Engine, query: str, language: str, _moment: int) -> bytes:
    """Kept for a moment, in step with `max_age`: most people begin with the same letters. About 1 MB."""
    proposed = [asdict(suggestion) for suggestion in suggest(query, language)]
    return json.dumps({"suggestions": proposed}, ensure_ascii=False).encode()


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
