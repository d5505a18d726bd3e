"""What happens in the transaction of a change, whoever makes it.

Connected to `post_save` and `post_delete` of pages: Wagtail's own signals arrive after the commit.
Saves with `update_fields` store drafts or marks and change nothing that the public sees. Moving and
expiring save a plain `Page`, so the receivers listen to every kind of page.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction

from .domain import changes, departments, memberships
from .domain.finder.building import ask_for_table
from .models import (
    DepartmentPage,
    IdentifiedPage,
    LifeSituation,
    Membership,
    PublishedDepartment,
    PublishedService,
)


def connect() -> None:
    """Called once, when the app is ready."""
    post_save.connect(page_saved)
    pre_delete.connect(page_about_to_be_deleted, sender=DepartmentPage)
    post_delete.connect(page_deleted)
    post_save.connect(restriction_changed, sender=PageViewRestriction)
    post_delete.connect(restriction_changed, sender=PageViewRestriction)
    post_save.connect(life_situation_saved, sender=LifeSituation)
    pre_delete.connect(life_situation_deleted, sender=LifeSituation)
    post_save.connect(membership_changed, sender=Membership)
    post_delete.connect(membership_changed, sender=Membership)
    for rows in (PublishedService, PublishedDepartment):
        post_save.connect(finder_changed, sender=rows)
        post_delete.connect(finder_changed, sender=rows)


def page_saved(instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    if not isinstance(instance, Page) or raw or update_fields is not None:
        return
    specific_class = instance.specific_class
    if specific_class is not None and issubclass(specific_class, IdentifiedPage):
        changes.page_saved(instance if isinstance(instance, IdentifiedPage) else instance.specific)


def page_about_to_be_deleted(instance: DepartmentPage, **kwargs: Any) -> None:
    departments.refuse_deletion_of_owner(instance)


def page_deleted(instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, IdentifiedPage):
        changes.page_deleted(instance)


def restriction_changed(instance: PageViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None and not raw:
        changes.branch_restricted(page)


def life_situation_saved(instance: LifeSituation, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        changes.life_situation_saved(instance)
        ask_for_table(instance.locale.language_code)


def life_situation_deleted(instance: LifeSituation, **kwargs: Any) -> None:
    changes.life_situation_deleted(instance)
    ask_for_table(instance.locale.language_code)


def membership_changed(instance: Membership, **kwargs: Any) -> None:
    memberships.membership_changed(instance)


def finder_changed(
    instance: PublishedService | PublishedDepartment, raw: bool = False, **kwargs: Any
) -> None:
    """The worker counts anew what the finder shows in this language."""
    if not raw:
        ask_for_table(instance.language)
