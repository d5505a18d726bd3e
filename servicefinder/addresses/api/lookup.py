"""`/api/v1/addresses`: houses as people type them."""

import json
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from ..domain.asked import LONGEST
from ..domain.lookup import FOUND_AT_MOST, House, houses_for

router = Router(tags=["addresses"])


class FoundAddress(Schema):
    """`number` with its suffix, as it is written: "5", "5 a". Coordinates in WGS 84, where they are known."""

    id: UUID
    street: str
    number: str
    postcode: str
    district: str
    lat: float | None
    lon: float | None


class FoundAddresses(Schema):
    """The likeliest first, at most twelve."""

    results: list[FoundAddress] = Field(max_length=FOUND_AT_MOST)


@router.get("", response=FoundAddresses, url_name="addresses", summary="Addresses by what people type")
def addresses(
    request: HttpRequest,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=LONGEST,
            pattern=r"^[^\x00]*$",
            description='Street and house number in one, such as "ostanl 5a".',
        ),
    ],
    limit: Annotated[int, Query(ge=1, le=FOUND_AT_MOST)] = FOUND_AT_MOST,
) -> HttpResponse:
    """Short forms, umlauts, hyphens and typing errors are understood. Without a number: the first houses."""
    # Written here: checking each row against the schema would cost more than finding it.
    found = {"results": [_entry(house) for house in houses_for(q, limit)]}
    return HttpResponse(json.dumps(found, ensure_ascii=False), content_type="application/json; charset=utf-8")


def _entry(house: House) -> dict[str, Any]:
    return {
        "id": str(house.pk),
        "street": house.street,
        "number": house.house_number,
        "postcode": house.postal_code,
        "district": house.district,
        "lat": house.latitude,
        "lon": house.longitude,
    }
