"""„Öffnungszeiten Bürgeramt“, „Hat das Standesamt heute offen?“"""

from collections.abc import Iterator, Sequence

from django.utils import timezone
from django.utils.translation import gettext

from search.answers import AnswerLine, AskedQuestion, DirectAnswer
from search.domain.asked_facts import HOURS, thing_asked_for

from ..domain.front_page import town_hall_document
from ..presentation.hours import hours_of_office
from ..presentation.offices import address_lines
from .places import Document, named_department, named_office, office


class HoursAnswers:
    name = "catalogue.hours"

    def answer(self, asked: AskedQuestion) -> DirectAnswer | None:
        """Of the office or the department that is named; without a name, of the town hall."""
        thing = thing_asked_for(HOURS, asked.words, asked.language)
        if thing is None:
            return None
        document = _place(thing, asked.language) if thing else town_hall_document(asked.language)
        return _card(document) if document else None


def _place(thing: Sequence[str], language: str) -> Document | None:
    if found := named_office(thing, language):
        return found
    department = named_department(thing, language)
    main_office = department["main_office"] if department else None
    return office(main_office, language) if main_office else None


def _card(document: Document) -> DirectAnswer | None:
    hours = hours_of_office(document, timezone.now())
    if not hours["now"]:
        return None
    lines = [f"{row['days']}: {row['times']}" for row in hours["rows"]]
    return DirectAnswer(
        title=gettext("Öffnungszeiten: %(place)s") % {"place": document["title"]},
        answer=AnswerLine(hours["now"]),
        state=hours["state"],
        lines=tuple(AnswerLine(line) for line in (*lines, *_remarks(document))),
        url=document["url"],
        link=document["title"],
    )


def _remarks(document: Document) -> Iterator[str]:
    if document["hours_note"]:
        yield document["hours_note"]
    if place := ", ".join(address_lines(document)):
        yield place
