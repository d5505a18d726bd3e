"""Services that may be the same as an imported one, by LeiKa key or by name."""

from typing import Any

from django.conf import settings

from ..models import ServiceLeika, ServicePage

SHOWN = 5


def possible_doubles(source: str, title: str, codes: list[str]) -> tuple[str, ...]:
    """Titles and addresses of services of other origin with the same LeiKa key or the same name."""
    others = ServicePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).exclude(
        service__sources__source=source
    )
    with_code = ServiceLeika.objects.filter(code__in=codes).values("page_id") if codes else []
    found: dict[int, Any] = {page.pk: page for page in others.filter(draft_title__iexact=title)[:SHOWN]}
    if codes:
        found |= {page.pk: page for page in others.filter(pk__in=with_code).order_by("pk")[: SHOWN + 1]}
    shown = [f"{page.draft_title} ({page.slug})" for page in list(found.values())[:SHOWN]]
    return (*shown, "…") if len(found) > SHOWN else tuple(shown)
