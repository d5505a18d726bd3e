"""`/api/v1/life-situations`."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from ninja import Router

from ..domain.life_situation_lists import situations_with_services
from ..domain.texts import expanded
from ..enums import AddressKind
from ..models import LifeSituation, flat_path
from . import schemas
from .lists import Language, PageNumber, PageSize, known_language, page_of

router = Router(tags=["life situations"])


@router.get("", response=schemas.LifeSituations, url_name="life_situations", summary="In the city's order")
def life_situations(
    request: HttpRequest, page: PageNumber, size: PageSize, language: Language
) -> dict[str, Any]:
    rows = situations_with_services(known_language(language))
    return page_of(rows, page, size, lambda row: entry(row, language))


@router.get(
    "/{uuid:situation_id}",
    response=schemas.LifeSituation,
    url_name="life_situation",
    summary="One life situation",
)
def life_situation(request: HttpRequest, situation_id: UUID, language: Language) -> dict[str, Any]:
    rows = LifeSituation.objects.filter(locale__language_code=known_language(language))
    row = rows.filter(translation_key=situation_id).first()
    if row is None:
        raise Http404
    return entry(row, language)


def entry(row: LifeSituation, language: str) -> dict[str, Any]:
    return {
        "id": row.translation_key,
        "language": language,
        "title": row.title,
        "slug": row.slug,
        "url": flat_path(AddressKind.LIFE_SITUATION, language, row.slug),
        "teaser": row.teaser,
        "body": expanded(row.body),
        "services": f"{reverse('api-v1:services')}?language={language}&life_situation={row.slug}",
    }
