"""Facts and texts of a page in its language."""

from collections.abc import Iterator
from typing import Any

from wagtail.models import Locale, Page

from ..models import IdentifiedPage, LifeSituation, ServicePage, TextPart


class Translated:
    """A row of the German page, with the words of its translation where there is one."""

    def __init__(self, fact: TextPart, text: TextPart | None) -> None:
        self._fact = fact
        self._text = text

    def __getattr__(self, name: str) -> Any:
        if self._text is not None and name in type(self._fact).text_fields:
            return getattr(self._text, name) or getattr(self._fact, name)
        return getattr(self._fact, name)


def translated_rows(page: IdentifiedPage, facts: IdentifiedPage, name: str) -> Iterator[Translated]:
    """Rows of the list `name` in the German order, worded in the language of `page`."""
    texts: dict[Any, TextPart] = {}
    if page is not facts:
        texts = {row.translation_key: row for row in getattr(page, name).all()}
    for row in getattr(facts, name).all():
        yield Translated(row, texts.get(row.translation_key))


def localized_life_situations(page: ServicePage, facts: ServicePage) -> list[LifeSituation]:
    """Life situations of the service that have a text in the page's language, in the city's order."""
    situations = list(facts.life_situations.all())
    if page is not facts:
        keys = [situation.translation_key for situation in situations]
        situations = list(LifeSituation.objects.filter(translation_key__in=keys, locale_id=page.locale_id))
    return sorted(situations, key=lambda situation: (situation.order, situation.title))


def is_public(page: IdentifiedPage) -> bool:
    """Whether everybody may see the page: live, unrestricted, and so is the German page."""
    german = page.facts_page()
    pages = (page,) if german is page else (page, german)
    return all(each.live and not each.get_view_restrictions().exists() for each in pages)


def follow_move(page: IdentifiedPage) -> None:
    """Put translations below the same department's translation, so that the same people edit them."""
    parent = page.get_parent().specific
    for translation in page.get_translations():
        target = translated_parent(parent, translation.locale)
        if not translation.is_child_of(target):
            translation.move(target, pos="last-child")


def translated_parent(page: Page, locale: Locale) -> Page:
    """The page in another language; drafts of it and of what is above it are made where they are missing."""
    existing = page.get_translation_or_none(locale)
    if existing is not None:
        return existing
    translated_parent(page.get_parent().specific, locale)
    return page.copy_for_translation(locale)
