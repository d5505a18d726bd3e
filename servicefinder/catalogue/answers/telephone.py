"""„Telefonnummer Jugendamt“: of an office, a department, or somebody who works there."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext

from home.telephone import telephone_address
from search.answers import AnswerLine, AskedQuestion, DirectAnswer
from search.domain.asked_facts import TELEPHONE, stems_of, thing_asked_for

from ..domain.front_page import town_hall_document
from ..domain.public_rows import public_rows
from ..models import PublishedDepartment
from ..presentation.contacts import PHONE
from ..search_texts import lines_of
from .places import Document, named_department, named_office

DEPARTMENTS_LIMIT = 200


class TelephoneAnswers:
    name = "catalogue.telephone"

    def answer(self, asked: AskedQuestion) -> DirectAnswer | None:
        """A department comes before an office of the same name; without a name it is the town hall."""
        thing = thing_asked_for(TELEPHONE, asked.words, asked.language)
        if thing is None:
            return None
        if not thing:
            return _card_of(town_hall_document(asked.language))
        named = _card_of(named_department(thing, asked.language)) or _card_of(
            named_office(thing, asked.language)
        )
        return named or _mentioned(thing, asked.language)


def _card_of(document: Document | None) -> DirectAnswer | None:
    if not document or not document["phone"]:
        return None
    return _card(document["title"], document["phone"], document, ())


def _mentioned(thing: Sequence[str], language: str) -> DirectAnswer | None:
    """Of what has no page of its own: a department's text names it together with one number. One query."""
    rows = public_rows(PublishedDepartment, language).order_by("sort_key")
    for document in rows.values_list("document", flat=True)[:DEPARTMENTS_LIMIT]:
        for sentence in _sentences(document):
            numbers = PHONE.findall(sentence)
            if len(numbers) == 1 and set(thing) <= set(stems_of([sentence], language)):
                return _card(document["title"], numbers[0], document, (AnswerLine(sentence),))
    return None


def _sentences(document: Document) -> Iterator[str]:
    for person in document["contacts"]:
        if person["function"] and person["phone"]:
            yield f"{person['name']}, {person['function']}: {person['phone']}"
    yield from lines_of(document["description"]).split("\n")


def _card(name: str, phone: str, document: Document, lines: tuple[AnswerLine, ...]) -> DirectAnswer:
    return DirectAnswer(
        title=gettext("Telefon: %(place)s") % {"place": name},
        answer=AnswerLine(phone, telephone_address(phone)),
        lines=lines,
        url=document["url"],
        link=document["title"],
    )
