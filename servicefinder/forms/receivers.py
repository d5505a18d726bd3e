"""What happens in the transaction that publishes a form.

Wagtail's own signals arrive after the commit. Every way to publish (button, approval, schedule) saves the
page with the revision that goes live; saves with `update_fields` store drafts or marks.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import Page, PageViewRestriction

from servicefinder.catalogue.domain.dependents import republish_with_online_services
from servicefinder.catalogue.models import DepartmentPage

from .domain.preflight import NotReady, problems_of_page
from .domain.versions import publish_version
from .models import FormPage
from .online_services import key_of


def connect() -> None:
    """Called once, when the app is ready."""
    pre_save.connect(form_about_to_be_saved, sender=FormPage)
    post_save.connect(form_saved, sender=FormPage)
    post_delete.connect(form_deleted, sender=FormPage)
    post_save.connect(plain_page_saved)
    for signal in (post_save, post_delete):
        signal.connect(restriction_changed, sender=PageViewRestriction)


def form_about_to_be_saved(
    instance: FormPage, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Refuse to make live what cannot work. Raises NotReady."""
    if raw or update_fields is not None or not instance.live or instance.live_revision_id is None:
        return
    if problems := problems_of_page(instance):
        raise NotReady(instance, problems)


def form_saved(instance: FormPage, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """The version first: services link only to what can be filled in. Facts stand on the German page."""
    if raw or update_fields is not None:
        return
    if instance.live and not instance.is_translation:
        publish_version(instance)
    republish_with_online_services([key_of(instance.identity_id)])


def form_deleted(instance: FormPage, **kwargs: Any) -> None:
    republish_with_online_services([key_of(instance.identity_id)])


def plain_page_saved(instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Moving, expiring and unpublishing in bulk save a plain `Page`; a department may take forms with it."""
    if raw or update_fields is not None or not isinstance(instance, Page) or isinstance(instance, FormPage):
        return
    if instance.specific_class in (FormPage, DepartmentPage):
        _republish_below(instance.path)


def restriction_changed(instance: PageViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    """A form that not everybody may see is not online, and neither is one below such a page."""
    page = None if raw else Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        _republish_below(page.path)


def _republish_below(path: str) -> None:
    forms = FormPage.objects.filter(path__startswith=path).values_list("translation_key", flat=True)
    if keys := [key_of(each) for each in forms]:
        republish_with_online_services(keys)
