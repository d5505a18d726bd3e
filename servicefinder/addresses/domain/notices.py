"""What people of a district should know just now, for pages that know the address."""

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from home.prepared_queries import PreparedQuery

from ..models import DistrictNotice

SHOWN, LOOKED_AT = 5, 50


class NoticeHere(NamedTuple):
    title: str
    link: str
    text: str


def notices_at(address: UUID, today: date) -> list[NoticeHere]:
    """One query: of the last notices of the house's district, those that hold today."""
    return [
        NoticeHere(title, link, text)
        for title, link, text, starts_on, ends_on in _NOTICES.rows(address=address)
        if starts_on <= today <= ends_on
    ][:SHOWN]


def _notices(address: UUID) -> Any:
    return (
        DistrictNotice.objects.filter(districts__addresses=address)
        .order_by("-ends_on", "pk")
        .values_list("title", "link", "text", "starts_on", "ends_on")[:LOOKED_AT]
    )


_NOTICES = PreparedQuery(_notices, address=UUID)
