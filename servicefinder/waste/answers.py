"""„Wann kommt die Biotonne?“, „Gelber Sack Ostanlage 5“, „Wohin mit Batterien?“ above the results."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from search.analysis import fold, is_stop_word
from search.answers import AnswerField, AnswerLine, AskedQuestion, DirectAnswer
from servicefinder.addresses.domain.lookup import meant

from .domain.item_search import items_named
from .domain.schedules import Served, pickups, served
from .presentation.bins import bins
from .presentation.next_dates import NextDate, next_dates
from .presentation.yards import yards
from .wording import texts_in
from .wording.items import item_texts_in
from .wording.texts import Texts

# Words that ask for the calendar, with a part of the name of the fraction that they mean.
ASKED = {
    **dict.fromkeys(("abfuhrkalender", "abfallkalender", "muellkalender", "muellabfuhr", "abfuhr"), ""),
    **dict.fromkeys(("abfuhrtermine", "abfuhrtermin", "muelltermine", "leerung", "leerungstermine"), ""),
    **dict.fromkeys(("biotonne", "biomuell", "bioabfall"), "bio"),
    **dict.fromkeys(("restmuell", "restmuelltonne", "hausmuell"), "rest"),
    **dict.fromkeys(("altpapier", "papiertonne", "papiermuell"), "papier"),
    **dict.fromkeys(("gelber", "gelbe", "gelben"), "gelb"),
    **dict.fromkeys(("weihnachtsbaum", "weihnachtsbaeume", "christbaum", "tannenbaum"), "weihnacht"),
    **dict.fromkeys(("astwerk", "gruenschnitt"), "ast"),
    **dict.fromkeys(("garbage", "rubbish", "trash", "bins"), ""),
}
BESIDE = frozenset(
    (
        *("sack", "tonne", "wann", "kommt", "naechste", "termin", "termine", "abholung", "abgeholt", "heute"),
        *("collection", "collected", "calendar", "dates", "when", "next"),
    )
)
WHERE_TO = frozenset(
    (
        *("wohin", "entsorgen", "entsorge", "entsorgung", "wegwerfen", "gehoert", "gehoeren"),
        *("dispose", "disposal", "recycle", "throw"),
    )
)
NEXT_SHOWN = 4


class CollectionAnswers:
    name = "waste.dates"

    def answer(self, asked: AskedQuestion) -> DirectAnswer | None:
        """With an address its next dates, without one the way to the address field. Four queries at most."""
        wanted = [ASKED[word] for word in asked.words if word in ASKED]
        if not wanted or "oder" in asked.words:
            return None
        rest = [
            word
            for word in asked.words
            if word not in ASKED and word not in BESIDE and not is_stop_word(word, asked.language)
        ]
        part = next(filter(None, wanted), "")
        if not rest:
            return _without_address(asked.language)
        return (
            _with_address(" ".join(rest), part, asked.language) if any(map(str.isdigit, rest[-1])) else None
        )


def _without_address(language: str) -> DirectAnswer:
    texts = texts_in(language)
    return DirectAnswer(
        title=texts.title,
        answer=AnswerLine(texts.lead),
        url=reverse("waste"),
        link=texts.title,
        field=AnswerField(reverse("waste"), texts.field, texts.find),
    )


def _with_address(text: str, part: str, language: str) -> DirectAnswer | None:
    found = meant(text, 2)
    household = served(found[0].pk) if len(found) == 1 else None
    if household is None:
        return _without_address(language)
    texts, today, drawn = texts_in(language), timezone.localdate(), bins(language)
    chosen = [each for each in drawn if part in fold(drawn[each].names)] if part else []
    coming = next_dates(pickups(household.tour_ids, today, chosen), drawn, today, texts)
    if not coming:
        return _without_dates(household, texts)
    first, *others = [AnswerLine(_line(each)) for each in coming[:NEXT_SHOWN]]
    url = reverse("waste_household", args=[household.address_id])
    return DirectAnswer(
        title=f"{texts.title}: {household.name}",
        answer=first,
        lines=tuple(others),
        url=url,
        link=texts.all_dates,
    )


def _without_dates(household: Served, texts: Texts) -> DirectAnswer:
    """The address was understood; for what was asked for, nothing is planned at the moment."""
    return DirectAnswer(
        title=f"{texts.title}: {household.name}",
        answer=AnswerLine(texts.nothing_planned),
        url=reverse("waste_household", args=[household.address_id]),
        link=texts.all_dates,
    )


def _line(each: NextDate) -> str:
    return f"{each.name}: {each.day} ({each.distance}){f', {each.note}' if each.note else ''}"


class WhereToAnswers:
    name = "waste.items"

    def answer(self, asked: AskedQuestion) -> DirectAnswer | None:
        """„Wohin mit Batterien?“; „Gelber Sack oder Restmüll?“ leads to the list. Two queries at most."""
        if "oder" in asked.words and sum(word in ASKED for word in asked.words) > 1:
            return _list(asked.language)
        if WHERE_TO.isdisjoint(asked.words):
            return None
        thing = [
            word
            for word in asked.words
            if word not in WHERE_TO and word not in ASKED and not is_stop_word(word, asked.language)
        ]
        found = items_named(" ".join(thing), asked.language) if thing else []
        if not found:
            return None
        first, *others = found
        lines = (first.hint, *(f"{other.name}: {other.goes_to}" for other in others))
        return DirectAnswer(
            title=first.name,
            answer=AnswerLine(first.goes_to),
            lines=(*(AnswerLine(line) for line in lines if line), *(_yards() if first.at_yard else ())),
            url=f"{reverse('waste_items')}?q={first.slug}",
            link=item_texts_in(asked.language).title,
        )


def _yards() -> Iterator[AnswerLine]:
    """Where to bring it, and whether somebody is there now."""
    for yard in yards(timezone.now()):
        yield AnswerLine(": ".join(filter(None, (yard["name"], yard["now"]))), yard["url"])


def _list(language: str) -> DirectAnswer:
    url, words = reverse("waste_items"), item_texts_in(language)
    return DirectAnswer(
        title=words.title, answer=AnswerLine(words.all_items, url), url=url, link=words.everything
    )
