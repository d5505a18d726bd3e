"""Departments change: they are renamed, merged, dissolved. What they own always keeps an owner."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import SET_NULL, ManyToOneRel
from django.utils.text import slugify
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import Page

from accounts.models import User

from ..models import Department, DepartmentPage, Membership, PublicAddress
from ..registries import department_belongings
from .department_tree import branch_of
from .translations import translated_parent

NAMES_IN_MESSAGE = 3


class DepartmentOwnsSomething(Exception):
    """A department cannot be deleted while pages lie below its own; the message names some, in German."""


class CannotMerge(Exception):
    """Two departments cannot become one; the message says why, in German."""


def refuse_deletion_of_owner(page: DepartmentPage) -> None:
    """Raise DepartmentOwnsSomething while something lies below its page, or a room keeps something for it.

    With a translation only a text goes, not the department.
    """
    owned = page.get_children()
    if count := owned.count():
        names = ", ".join(owned.values_list("title", flat=True)[:NAMES_IN_MESSAGE])
        raise DepartmentOwnsSomething(
            f"„{page.title}“ kann nicht gelöscht werden: Dazu gehören noch {count} Seiten ({names} …)."
            " Bitte zuerst verschieben oder das Amt mit einem anderen zusammenlegen."
        )
    if page.is_translation or page.department is None:
        return
    if held := [words for each in department_belongings for words in each.held_by(page.department)]:
        raise DepartmentOwnsSomething(
            f"„{page.title}“ kann nicht gelöscht werden: Dazu gehören noch {', '.join(held)}."
            " Bitte legen Sie das Amt mit einem anderen zusammen; dann gehen sie dorthin über."
        )


@transaction.atomic
def rename(department: Department, title: str, *, slug: str = "", user: User | None = None) -> None:
    """Give the department's German page a new name, at once where it is live; its old address redirects."""
    page = german_page(department)
    before, page.title, page.slug = page.title, title, slug or slugify(title)
    revision = page.save_revision(user=user)
    if page.live:
        revision.publish(user=user)
    else:
        page.save()
    log(page, "catalogue.rename_department", user=user, data={"before": before, "after": title})


@transaction.atomic
def merge(source: Department, target: Department, *, user: User | None = None) -> None:
    """Let `target` take over everything that `source` owns, and its addresses; `source` ends.

    Pages of every language, memberships, pictures and documents move. Raises CannotMerge when `target`
    lies below `source`.
    """
    if target.pk in branch_of(source.pk):
        raise CannotMerge("Ein Amt kann nicht in sich selbst oder in einem seiner eigenen Ämter aufgehen.")
    moved = [title for page in _pages(source) for title in _move_children(page, target, user)]
    _move_memberships(source, target)
    _move_files(source, target)
    for each in department_belongings:
        each.move(source, target, user)
    _rename_references(source, target)
    PublicAddress.objects.filter(target=source.pk).update(target=target.pk, current=False)
    name = source.name
    for page in reversed(_pages(source)):
        page.delete(user=user)
    log(german_page(target), "catalogue.merge_departments", user=user, data={"source": name, "moved": moved})


def german_page(department: Department) -> DepartmentPage:
    return DepartmentPage.objects.get(department=department, locale__language_code=settings.LANGUAGE_CODE)


def _pages(department: Department) -> list[DepartmentPage]:
    """The German page first: its translations follow when pages below it move."""
    pages = DepartmentPage.objects.filter(department=department)
    return sorted(pages, key=lambda page: page.is_translation)


def _move_children(page: DepartmentPage, target: Department, user: User | None) -> list[str]:
    destination = translated_parent(german_page(target), page.locale)
    titles = []
    for child in page.get_children().specific():
        _free_slug(child, destination)
        child.move(destination, pos="last-child", user=user)
        titles.append(child.title)
        destination.refresh_from_db()
    return titles


def _free_slug(page: Page, destination: Page) -> None:
    """Two pages of one parent need two slugs; a public address that changes redirects."""
    slug, number = page.slug, 1
    while destination.get_children().filter(slug=page.slug).exclude(pk=page.pk).exists():
        number += 1
        page.slug = f"{slug}-{number}"
    if page.slug != slug:
        page.save()


def _move_memberships(source: Department, target: Department) -> None:
    """Who had the role in both has it as long as in either."""
    for membership in Membership.objects.filter(department=source):
        same = Membership.objects.filter(department=target, user=membership.user, role=membership.role)
        if kept := same.first():
            kept.valid_from = _earlier(kept.valid_from, membership.valid_from)
            kept.valid_until = _later(kept.valid_until, membership.valid_until)
            membership.delete()
            kept.save()
            continue
        membership.department = target
        membership.save()


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else None


def _later(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else None


def _rename_references(source: Department, target: Department) -> None:
    """Settings that name the department name the new one: with it they would lose whom they let in."""
    for relation in Department._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel) and relation.on_delete is SET_NULL:
            model: Any = relation.related_model
            model._base_manager.filter(**{relation.field.name: source}).update(
                **{relation.field.name: target}
            )


def _move_files(source: Department, target: Department) -> None:
    """The emptied collection goes: nobody would find it again."""
    if source.collection is None:
        return
    models: tuple[Any, ...] = (get_image_model(), get_document_model())
    for model in models:
        model._default_manager.filter(collection=source.collection).update(collection=target.collection)
    source.collection.delete()
