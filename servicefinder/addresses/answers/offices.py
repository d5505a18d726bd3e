"""The office that is responsible for an address, and whether it is open."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from home.prepared_queries import PreparedQuery
from servicefinder.catalogue.domain.public_rows import not_expired
from servicefinder.catalogue.models import PublishedOffice
from servicefinder.catalogue.presentation.offices import office_card, office_place

from ..enums import AreaKind
from ..registries import Answer, AnswerLine, AskedAddress
from ..wording import texts_in


class ResponsibleOffice:
    name, rank = "addresses.office", 30

    def answer(self, asked: AskedAddress) -> Answer | None:
        """One query. Where the office has no page in the language, the words around its facts have it."""
        area, now = asked.areas.get(AreaKind.OFFICE), timezone.now()
        if area is None or area.office_id is None:
            return None
        languages = {"language": asked.language, "german": settings.LANGUAGE_CODE}
        rows: dict[str, Any] = dict(_OFFICES.rows(**languages, now=now, office=area.office_id))
        document = rows.get(asked.language) or rows.get(settings.LANGUAGE_CODE)
        if document is None:
            return None
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


def _offices(language: str, german: str, now: datetime, office: UUID) -> Any:
    rows = PublishedOffice.objects.filter(not_expired(now), language__in=[language, german], office=office)
    return rows.values_list("language", "document")


_OFFICES = PreparedQuery(_offices, language=str, german=str, now=datetime, office=UUID)
