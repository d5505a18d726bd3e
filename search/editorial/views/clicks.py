"""The ping that a result was followed. It names query, place and record, and nobody."""

import re
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from capabilities.http import is_same_origin
from limits.domain.rates import allow
from search.registries import sources

from ..domain.recording import recorder
from ..models.statistics import RECORD_CHARACTERS

# A network is a whole office at times.
CLICKS_PER_HOUR = 600
BODY_LIMIT_BYTES = 2_000
LAST_RANK = 200
_RECORD = re.compile(r"([\w.]+):[\w-]+", re.ASCII)
_RANK = re.compile(r"[1-9]\d{0,2}", re.ASCII)


@csrf_exempt
@require_POST
def click(request: HttpRequest) -> HttpResponse:
    """`q`, `language`, `rank`, `record` → 204; 400 for anything else, 403 from elsewhere, 429 too often."""
    if not is_same_origin(request):
        return HttpResponse(status=403)
    length = request.META.get("CONTENT_LENGTH") or ""
    if not length.isdecimal() or int(length) > BODY_LIMIT_BYTES:
        return HttpResponse(status=413)
    allow("search.click", request, limit=CLICKS_PER_HOUR, per=timedelta(hours=1))
    query, language = request.POST.get("q", ""), request.POST.get("language", "")
    rank, record = request.POST.get("rank", ""), request.POST.get("record", "")
    if language not in dict(settings.LANGUAGES) or not _is_rank(rank) or not _is_record(record):
        return HttpResponse(status=400)
    recorder.clicked(query, language, int(rank), record)
    return HttpResponse(status=204)


def _is_rank(rank: str) -> bool:
    return bool(_RANK.fullmatch(rank)) and int(rank) <= LAST_RANK


def _is_record(record: str) -> bool:
    match = _RECORD.fullmatch(record)
    return bool(match and len(record) <= RECORD_CHARACTERS and sources.get(match[1]))
