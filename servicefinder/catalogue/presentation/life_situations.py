"""Life situations as links with their drawings."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.templatetags.static import static

from home.models.base import language_code

from ..enums import AddressKind
from ..models import LifeSituation, flat_path

DRAWINGS = "img/life/{}.svg"


def situation_links(situations: Iterable[LifeSituation]) -> list[dict[str, Any]]:
    """`{title, teaser, url, image}`; `image` is an address, empty without a drawing."""
    return [
        {
            "title": situation.title,
            "teaser": situation.teaser,
            "url": flat_path(AddressKind.LIFE_SITUATION, language_code(situation.locale_id), situation.slug),
            "image": drawing(situation.picture),
        }
        for situation in situations
    ]


@cache
def drawing(name: str) -> str:
    """Address of a drawing; empty for a name that no file has. Looked up once per process, as all assets."""
    try:
        return static(DRAWINGS.format(name)) if name else ""
    except ValueError:  # The storage knows every file by name and refuses others.
        return ""
