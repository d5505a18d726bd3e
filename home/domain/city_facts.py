"""Facts about the city in the form that templates, JSON-LD and feeds read."""

from typing import Any

from django.conf import settings
from wagtail.models import Site

from home.models import CityImage, CitySettings

CREST_FILTER = "max-160x160|format-png"
SOCIAL_FILTER = "fill-1200x630|format-jpeg"


def city_facts(site: Site | None) -> dict[str, Any]:
    """Plain values; addresses of pictures are empty where the city has set none."""
    saved = CitySettings.objects.filter(site=site).select_related("crest", "social_image").first()
    saved = saved or CitySettings()
    return {
        "name": saved.name or settings.SITE_NAME,
        "authority": saved.authority or f"Stadt {saved.name or settings.SITE_NAME}",
        "crest_url": _picture_url(saved.crest, CREST_FILTER),
        "social_image_url": _picture_url(saved.social_image, SOCIAL_FILTER),
        "street": saved.street,
        "postal_code": saved.postal_code,
        "town": saved.town,
        "telephone": saved.telephone,
        "email": saved.email,
        "latitude": _number(saved.latitude),
        "longitude": _number(saved.longitude),
    }


def _picture_url(image: CityImage | None, spec: str) -> str:
    return str(image.get_rendition(spec).url) if image else ""


def _number(degrees: Any) -> float | None:
    return None if degrees is None else float(degrees)
