"""The office that is responsible for an address, and whether it is open."""

from django.utils import timezone

from servicefinder.catalogue.domain.public_rows import public_rows
from servicefinder.catalogue.models import PublishedOffice
from servicefinder.catalogue.presentation.offices import office_card, office_place

from ..enums import AreaKind
from ..registries import Answer, AnswerLine, AskedAddress
from ..wording import texts_in


class ResponsibleOffice:
    name, rank = "addresses.office", 30

    def answer(self, asked: AskedAddress) -> Answer | None:
        area = asked.areas.get(AreaKind.OFFICE)
        if area is None or area.office_id is None:
            return None
        row = public_rows(PublishedOffice, asked.language, office=area.office_id).first()
        if row is None:
            return None
        card = office_card(row.document, timezone.now())
        return Answer(
            texts_in(asked.language).areas[AreaKind.OFFICE],
            [
                AnswerLine(card["name"], card["url"], ", ".join(card["address"])),
                *([AnswerLine(card["now"])] if card.get("now") else []),
                *([AnswerLine(card["phone"], card["phone_url"])] if card["phone"] else []),
            ],
            places=office_place(row.document),
        )
