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


class FormAnswers:
    name = "catalogue.forms"

    def answer(self, asked: AskedQuestion) -> DirectAnswer | None:
        """Of the best hit that is a service and is called what was asked for."""
        thing = thing_asked_for(FORM, asked.words, asked.language)
        best = next((hit for hit in asked.hits if hit.type == "service"), None)
        if not thing or best is None:
            return None
        row = public_rows(PublishedService, asked.language, service=UUID(best.id), has_forms=True).first()
        if row is None or not _is_called(row, thing):
            return None
        forms = forms_of(row.document, asked.language)
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
