"""„Formular Wohngeld“: what there is to fill in, online or printed."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext

from home.registries import FormEntry
from search.answers import AnswerLine, AskedQuestion, DirectAnswer
from search.domain.asked_facts import FORM, surplus, thing_asked_for

from ..domain.public_rows import public_rows
from ..form_list import forms_of
from ..models import PublishedService

FORMS_SHOWN = 3
SERVICE_TYPE = "service"


class FormAnswers:
    name = "catalogue.forms"

    def answer(self, asked: AskedQuestion) -> DirectAnswer | None:
        """Of the one service among the best hits that is called what was asked for."""
        thing = thing_asked_for(FORM, asked.words, asked.language)
        services = [UUID(hit.id) for hit in asked.hits if hit.type == SERVICE_TYPE]
        if not thing or not services:
            return None
        rows = public_rows(PublishedService, asked.language, service__in=services, has_forms=True)
        called = [row for row in rows if _is_called(row, thing)]
        return _card(called[0], asked.language) if len(called) == 1 else None


def _card(row: PublishedService, language: str) -> DirectAnswer | None:
    forms = forms_of(row.document, language)
    if not forms:
        return None
    first, *others = [_line(form) for form in forms[:FORMS_SHOWN]]
    return DirectAnswer(
        title=gettext("Formular: %(service)s") % {"service": row.title},
        answer=first,
        lines=tuple(others),
        url=row.document["url"],
        link=row.title,
    )


def _is_called(row: PublishedService, thing: Sequence[str]) -> bool:
    document = row.document
    others = (document["official_name"], *document["synonyms"], *document["search_terms"])
    return surplus(thing, [row.title], others, row.language) is not None


def _line(form: FormEntry) -> AnswerLine:
    """A file says what it is before one presses it."""
    return AnswerLine(f"{form.title} ({form.note})" if form.note else form.title, form.url)
