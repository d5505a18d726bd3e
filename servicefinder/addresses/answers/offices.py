"""The office that is responsible for an address, and whether it is open."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from home.prepared_queries import PreparedQuery
from servicefinder.catalogue.domain.public_rows import public_rows
from servicefinder.catalogue.models import PublishedOffice
from servicefinder.catalogue.presentation.offices import office_card, office_place

from ..enums import AreaKind
from ..registries import Answer, AnswerLine, AskedAddress
from ..wording import texts_in


class ResponsibleOffice:
    name, rank = "addresses.office", 30

    def answer(self, asked: AskedAddress) -> Answer | None:
        """One query."""
        area, now = asked.areas.get(AreaKind.OFFICE), timezone.now()
        if area is None or area.office_id is None:
            return None
        rows = _OFFICES.rows(language=asked.language, now=now, office=area.office_id)
        if not rows:
            return None
        document = rows[0][0]
        card = office_card(document, now)
        return Answer(
            texts_in(asked.language).areas[AreaKind.OFFICE],
            [
                AnswerLine(card["name"], card["url"], ", ".join(card["address"])),
                *([AnswerLine(card["now"])] if card.get("now") else []),
                *([AnswerLine(card["phone"], card["phone_url"])] if card["phone"] else []),
            ],
            places=office_place(document),
        )


def _offices(language: str, now: datetime, office: UUID) -> Any:
    rows = public_rows(PublishedOffice, language, now, office=office)
    return rows.values_list("document")[:1]


_OFFICES = PreparedQuery(_offices, language=str, now=datetime, office=UUID)
