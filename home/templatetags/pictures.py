"""`{% picture image "teaser" as shown %}`: what the component `image` takes."""

from django import template

from home.models import CityImage
from home.pictures import Picture
from home.pictures import picture as describe

register = template.Library()


@register.simple_tag
def picture(image: CityImage | None, use: str, caption: str = "", alt: str | None = None) -> Picture | None:
    """The picture for a place named in `home.pictures.USES`; None without an image."""
    return describe(image, use, alt=alt, caption=caption) if image else None
