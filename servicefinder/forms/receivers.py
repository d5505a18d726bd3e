"""What happens in the transaction that publishes a form.

Wagtail's own signals arrive after the commit. Every way to publish (button, approval, schedule) saves the
page with the revision that goes live; saves with `update_fields` store drafts or marks.
"""

from typing import Any

from django.db.models.signals import post_save, pre_save

from .domain.preflight import NotReady, problems_of_page
from .domain.versions import publish_version
from .models import FormPage


def connect() -> None:
    """Called once, when the app is ready."""
    pre_save.connect(form_about_to_be_saved, sender=FormPage)
    post_save.connect(form_saved, sender=FormPage)


def form_about_to_be_saved(
    instance: FormPage, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """Refuse to make live what cannot work. Raises NotReady."""
    if raw or update_fields is not None or not instance.live or instance.live_revision_id is None:
        return
    if problems := problems_of_page(instance):
        raise NotReady(instance, problems)


def form_saved(instance: FormPage, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    if not raw and update_fields is None and instance.live:
        publish_version(instance)
