"""What an answer says: where, when, what to bring. Written down for every document there can be."""

from collections.abc import Container
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format

from servicefinder.catalogue.domain.public_rows import public_rows
from servicefinder.catalogue.models import PublishedOffice
from servicefinder.catalogue.presentation.offices import office_card

from ..domain.measuring import MEASURED_AT_LEAST
from ..domain.records import Found
from ..enums import Answer, DocumentKind, DocumentState
from ..models import PassportSettings, UsualTime
from ..wording import texts_in

DAY = "{{day}}"
ANSWER_OF = {
    DocumentState.PRODUCTION: Answer.PRODUCTION,
    DocumentState.READY: Answer.READY,
    DocumentState.HANDED_OUT: Answer.HANDED_OUT,
}
WITH_PIN_LETTER = {DocumentKind.IDENTITY_CARD, DocumentKind.RESIDENCE}
Key = tuple[str, str, str]
UNKNOWN: Key = (Answer.UNKNOWN, "", "")
# Stands where nothing was found, so that the same is done with it.
STAND_IN = Found(DocumentKind.IDENTITY_CARD, DocumentState.PRODUCTION, "", date(2000, 1, 1), None, None)


def all_answers(language: str) -> dict[Key, str]:
    """HTML by answer, kind of document and place, with `DAY` to be filled in."""
    context = Context(language)
    return {key: context.render(*key) for key in context.all_keys()}


def key_of(found: Found | None, known: Container[Key]) -> Key:
    """A place that is not known any more is the first one. Of nothing a key is looked up, too."""
    shown = found or STAND_IN
    key = (str(ANSWER_OF[DocumentState(shown.state)]), shown.kind, shown.place)
    if key not in known:
        key = (key[0], key[1], "")
    return key if found else UNKNOWN


def day_of(found: Found | None, language: str) -> str:
    """In words; of nothing a day, too, so that nothing is quicker."""
    shown = found or STAND_IN
    day = {1: shown.ordered_on, 2: shown.ready_on, 3: shown.handed_out_on}[shown.state]
    return date_format(day or date(2000, 1, 1), texts_in(language).day_format)


class Context:
    """What all answers of a language are made of, read at once."""

    def __init__(self, language: str) -> None:
        self.texts = texts_in(language)
        self.settings = PassportSettings.load()
        self.usual = {each.kind: each for each in UsualTime.objects.filter(count__gte=MEASURED_AT_LEAST)}
        places = list(self.settings.places.order_by("sort_order"))
        documents = _documents([each.office_id for each in places], language)
        now = timezone.now()
        self.places: dict[str, dict[str, Any]] = {}
        for place in places:
            if document := documents.get(place.office_id):
                shown = {"office": office_card(document, now), "appointment_url": place.appointment_url}
                self.places.setdefault("", shown)
                self.places[place.code] = shown

    def all_keys(self) -> list[Key]:
        places = {"": None, **self.places}
        found: list[Key] = [UNKNOWN]
        for kind in DocumentKind.values:
            found += [(Answer.PRODUCTION, kind, ""), (Answer.HANDED_OUT, kind, "")]
            found += [(Answer.READY, kind, place) for place in places]
        return found

    def render(self, answer: str, kind: str, place: str) -> str:
        usual = self.usual.get(kind)
        words = self.texts
        context = {
            "answer": answer,
            "texts": words,
            "heading": words.answers[answer],
            "day": DAY,
            "usual": usual
            and words.usual.format(
                median=usual.median_days, most=usual.percentile_90_days, count=usual.count
            ),
            "place": self.places.get(place),
            "has_pin_letter": kind in WITH_PIN_LETTER,
            "phone": self.settings.phone,
        }
        return render_to_string("passports/answer.html", context)


def _documents(offices: list[Any], language: str) -> dict[Any, dict[str, Any]]:
    """German where an office has no text in the language."""
    found: dict[Any, dict[str, Any]] = {}
    for each in dict.fromkeys(("de", language)):
        rows = public_rows(PublishedOffice, each, office__in=offices)
        found.update(rows.values_list("office", "document"))
    return found
