"""Which kind of waste somebody means."""

from collections.abc import Iterator
from typing import NamedTuple

from search.analysis import fold, stem, words

from ..enums import Disposal
from ..models import WasteItem
from ..wording.items import item_texts_in

TAKEN_AT_YARDS = {Disposal.YARD, Disposal.HAZARDOUS}


class FoundItem(NamedTuple):
    """`goes_to`: the bin, or the place. `hint` is German whatever the language."""

    name: str
    slug: str
    goes_to: str
    hint: str
    at_yard: bool


def items_named(text: str, language: str, limit: int = 5) -> list[FoundItem]:
    """Items whose name holds all words that were typed, exact ones first. One query."""
    asked = {each: _stems(text, each) for each in ("de", language)}
    if not all(asked.values()):
        return []
    found = []
    for item in WasteItem.objects.select_related("fraction"):
        for name, spoken in names_of(item, language):
            own = _stems(name, spoken)
            if asked[spoken] <= own:
                found.append((len(own - asked[spoken]), item.name, item))
                break
    ordered = sorted(found, key=lambda each: each[:2])[:limit]
    return [found_item(item, language) for _, _, item in ordered]


def found_item(item: WasteItem, language: str) -> FoundItem:
    """In German where there is no English name."""
    english, fraction = language == "en", item.fraction
    name = (english and item.name_en) or item.name
    if fraction is None:
        goes_to = item_texts_in(language).places[item.place]
    else:
        goes_to = (english and fraction.name_en) or fraction.name
    return FoundItem(name, item.slug, goes_to, item.hint, item.place in TAKEN_AT_YARDS)


def names_of(item: WasteItem, language: str) -> Iterator[tuple[str, str]]:
    """Each name with the language in which its words are compared."""
    yield item.name, "de"
    for name in item.other_names.splitlines():
        yield name, "de"
    yield item.name_en, "en" if language == "en" else "de"


def _stems(text: str, language: str) -> set[str]:
    return {stem(word, language) for word in words(fold(text))}
