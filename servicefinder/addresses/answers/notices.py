"""What people of the district should know just now."""

from typing import Any

from home.prepared_queries import PreparedQuery

from ..models import DistrictNotice
from ..registries import Answer, AnswerLine, AskedAddress
from ..wording import texts_in

SHOWN, LOOKED_AT = 5, 50


class DistrictNotices:
    name, rank = "addresses.notices", 10

    def answer(self, asked: AskedAddress) -> Answer | None:
        """One query: of the last notices of the district, those that hold today."""
        rows = _NOTICES.rows(district=asked.house.district_id)
        lines = [
            AnswerLine(title, link, text)
            for title, link, text, starts_on, ends_on in rows
            if starts_on <= asked.today <= ends_on
        ][:SHOWN]
        if not lines:
            return None
        return Answer(texts_in(asked.language).notices.format(district=asked.house.district), lines)


def _notices(district: int) -> Any:
    columns = ("title", "link", "text", "starts_on", "ends_on")
    return (
        DistrictNotice.objects.filter(districts=district)
        .order_by("-ends_on", "pk")
        .values_list(*columns)[:LOOKED_AT]
    )


_NOTICES = PreparedQuery(_notices, district=int)
