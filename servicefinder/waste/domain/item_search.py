"""Which kind of waste somebody means."""

from typing import NamedTuple

from search.analysis import fold, stem, words

from ..models import WasteItem


class FoundItem(NamedTuple):
    """`goes_to`: the bin, or the place."""

    name: str
    slug: str
    goes_to: str
    hint: str


def items_named(text: str, limit: int = 5) -> list[FoundItem]:
    """Items whose name holds all words that were typed, exact ones first. One query."""
    asked = {stem(word, "de") for word in words(fold(text))}
    if not asked:
        return []
    found = []
    for item in WasteItem.objects.select_related("fraction"):
        for name in (item.name, *item.other_names.splitlines(), item.name_en):
            own = {stem(word, "de") for word in words(fold(name))}
            if asked <= own:
                found.append((len(own - asked), item.name, item))
                break
    return [found_item(item) for _, _, item in sorted(found, key=lambda each: each[:2])[:limit]]


def found_item(item: WasteItem) -> FoundItem:
    goes_to = item.fraction.name if item.fraction else item.get_place_display()
    return FoundItem(item.name, item.slug, goes_to, item.hint)
