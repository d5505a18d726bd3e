"""What an address field asks while somebody types."""

import json

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..domain.lookup import House, houses_for

SHOWN = 8
KEPT_SECONDS = 60


@require_safe
@cache_control(private=True, max_age=KEPT_SECONDS)
def suggestions(request: HttpRequest) -> HttpResponse:
    """`?q=` → `{"suggestions": [{"title", "label", "value"}]}`; a street's value waits for its number."""
    found = houses_for(request.GET.get("q", ""), SHOWN)
    several = len({house.street_id for house in found}) > 1
    only_streets = several and not any(map(str.isdigit, request.GET["q"]))
    body = [_street(house) if only_streets else _house(house) for house in found]
    content = json.dumps({"suggestions": body}, ensure_ascii=False)
    return HttpResponse(content, content_type="application/json")


def _street(house: House) -> dict[str, str]:
    return {"title": house.street, "label": house.district, "value": f"{house.street} "}


def _house(house: House) -> dict[str, str]:
    return {"title": str(house), "label": house.district, "value": str(house)}
