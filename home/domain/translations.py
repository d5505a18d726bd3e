"""What happens to a German page happens to its translations: privacy, unpublishing, moving.

Wagtail does none of it by itself.
"""

from django.conf import settings
from wagtail.models import Page, PageViewRestriction

from home.models.base import language_code


def leads(page: Page) -> bool:
    """Whether other languages follow this page."""
    return language_code(page.locale_id) == settings.LANGUAGE_CODE


def unpublish_translations(page: Page) -> None:
    """Take translations offline when the German page, once published, is not public any more."""
    if not page.live and page.first_published_at is not None:
        take_translations_offline(page)


def take_translations_offline(page: Page) -> None:
    """Also after the German page was deleted."""
    for translation in page.get_translations().filter(live=True).specific():
        translation.unpublish()


def move_translations(page: Page) -> None:
    """Put translations below the translation of the German page's parent, where there is one."""
    translations = list(page.get_translations())
    if not translations:
        return
    german_parent = page.get_parent()
    parents = {parent.locale_id: parent for parent in german_parent.get_translations()}
    for translation in translations:
        parent = parents.get(translation.locale_id)
        if parent is not None and not translation.is_child_of(parent):
            translation.move(parent, pos="last-child")


def copy_privacy(page: Page) -> None:
    """Give translations the view restriction of the German page, or none."""
    wanted = PageViewRestriction.objects.filter(page_id=page.pk).first()
    for translation in page.get_translations():
        if wanted is None:
            translation.view_restrictions.all().delete()
            continue
        copy, _ = PageViewRestriction.objects.update_or_create(
            page=translation,
            defaults={"restriction_type": wanted.restriction_type, "password": wanted.password},
        )
        copy.groups.set(wanted.groups.all())


def inherit_privacy(page: Page) -> None:
    """An alias in another language is as private as its German page; for copies Wagtail sees to it."""
    german = page.get_translations().filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if german is not None and german.view_restrictions.exists():
        copy_privacy(german)
