"""What somebody may mean who has named no kind of waste: further words and typing errors are forgiven."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from search.analysis import fold, folded_words, is_stop_word, stem, words
from search.domain.corrections import nearest

from ..models import WasteItem
from .item_search import FoundItem, found_item, names_of

LANGUAGES = ("de", "en")
WORDS_READ = 8
Stems = Mapping[str, set[str]]  # By language.


class _Name(NamedTuple):
    item: WasteItem
    language: str
    words: list[str]

    @property
    def stems(self) -> set[str]:
        return {stem(word, self.language) for word in self.words}


def items_near(text: str, language: str, limit: int = 50) -> list[FoundItem]:
    """Items that share words with `text`, most words first; where none does, with words spelt nearly so.

    One query; as many words as anybody needs to name a thing are looked at.
    """
    typed = [word for word in dict.fromkeys(folded_words(text, "de")) if not is_stop_word(word, language)]
    typed = typed[:WORDS_READ]
    names = [
        _Name(item, spoken, words(fold(name)))
        for item in WasteItem.objects.select_related("fraction")
        for name, spoken in names_of(item, "en")
    ]
    asked = {each: {stem(word, each) for word in typed} for each in LANGUAGES}
    shared = _sharing(asked, names) or _sharing(_corrected(typed, names), names)
    return [found_item(item, language) for item in shared[:limit]]


def _sharing(asked: Stems, names: Iterable[_Name]) -> list[WasteItem]:
    """By the name of each item that fits best: the one with most of the words, and fewest others."""
    best: dict[WasteItem, tuple[int, int, str]] = {}
    for name in names:
        own = name.stems
        common = own & asked[name.language]
        if common:
            rank = (-len(common), len(own - common), name.item.name)
            best[name.item] = min(best.get(name.item, rank), rank)
    return sorted(best, key=lambda item: best[item])


def _corrected(typed: Sequence[str], names: Iterable[_Name]) -> Stems:
    """The nearest word of each, else the nearest stem: `batery` is nearer to that of `batteries`."""
    known: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    for name in names:
        known[name.language].update(word for word in name.words if not is_stop_word(word, name.language))
    found: dict[str, set[str]] = {}
    for language, counts in known.items():
        stems = Counter(stem(word, language) for word in counts)
        near = (nearest(word, counts) or nearest(stem(word, language), stems) for word in typed)
        found[language] = {stem(each, language) for each in near if each}
    return found
