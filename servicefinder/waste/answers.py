"""„Wann kommt die Biotonne?“, „Gelber Sack Ostanlage 5“, „Wohin mit Batterien?“ above the results."""

from django.urls import reverse
from django.utils import timezone

from search.analysis import fold, is_stop_word
from search.answers import AnswerLine, AskedQuestion, DirectAnswer
from servicefinder.addresses.domain.lookup import meant

from .domain.item_search import items_named
from .domain.schedules import pickups, served
from .presentation.bins import bins
from .presentation.next_dates import NextDate, next_dates
from .wording import texts_in

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
}
BESIDE = frozenset(
    ("sack", "tonne", "wann", "kommt", "naechste", "termin", "termine", "abholung", "abgeholt", "heute")
)
WHERE_TO = frozenset(("wohin", "entsorgen", "entsorge", "entsorgung", "wegwerfen", "gehoert", "gehoeren"))
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
        answer=AnswerLine(texts.lead, reverse("waste")),
        url=reverse("waste"),
        link=texts.find,
    )


def _with_address(text: str, part: str, language: str) -> DirectAnswer | None:
    found = meant(text, 2)
    household = served(found[0].pk) if len(found) == 1 else None
    if household is None:
        return _without_address(language)
    texts, today, drawn = texts_in(language), timezone.localdate(), bins(language)
    chosen = [each for each in drawn if part in fold(drawn[each].name)] if part else []
    coming = next_dates(pickups(household.tour_ids, today, chosen), drawn, today, texts)
    if not coming:
        return _without_address(language)
    first, *others = [AnswerLine(_line(each)) for each in coming[:NEXT_SHOWN]]
    url = reverse("waste_household", args=[household.address_id])
    return DirectAnswer(
        title=f"{texts.title}: {household.name}",
        answer=first,
        lines=tuple(others),
        url=url,
        link=texts.all_dates,
    )


def _line(each: NextDate) -> str:
    return f"{each.name}: {each.day} ({each.distance}){f', {each.note}' if each.note else ''}"


class WhereToAnswers:
    name = "waste.items"

    def answer(self, asked: AskedQuestion) -> DirectAnswer | None:
        """„Wohin mit Batterien?“; „Gelber Sack oder Restmüll?“ leads to the list. One query at most."""
        if "oder" in asked.words and sum(word in ASKED for word in asked.words) > 1:
            return _list()
        if WHERE_TO.isdisjoint(asked.words):
            return None
        thing = [
            word
            for word in asked.words
            if word not in WHERE_TO and word not in ASKED and not is_stop_word(word, asked.language)
        ]
        found = items_named(" ".join(thing)) if thing else []
        if not found:
            return None
        first, *others = found
        return DirectAnswer(
            title=first.name,
            answer=AnswerLine(first.goes_to),
            lines=tuple(
                AnswerLine(line) for line in (first.hint, *(f"{o.name}: {o.goes_to}" for o in others)) if line
            ),
            url=f"{reverse('waste_items')}?q={first.slug}",
            link="Wohin mit …?",
        )


def _list() -> DirectAnswer:
    url = reverse("waste_items")
    return DirectAnswer(
        title="Wohin mit …?",
        answer=AnswerLine("Abfall von A bis Z: was in welche Tonne gehört", url),
        url=url,
        link="Abfall von A bis Z",
    )
