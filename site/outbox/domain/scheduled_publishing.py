"""Publishing and expiring to the minute.

Wagtail's `publish_scheduled` stops at the first revision that cannot be published; here each
object has a transaction of its own, so that one broken page holds up no other.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import structlog
from django.apps import apps
from django.db import InterfaceError, OperationalError, models, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

log = structlog.get_logger("outbox")


class SomeFailed(Exception):
    """Lists the objects that could not be published or expired; all others were."""


def publish_due() -> None:
    """Publish every revision whose time has come. Raises SomeFailed after all were tried."""
    due = Revision.objects.filter(approved_go_live_at__lte=timezone.now()).order_by(
        "approved_go_live_at", "pk"
    )
    _for_each(due.iterator(), lambda revision: revision.publish(log_action="wagtail.publish.scheduled"))


def expire_due() -> None:
    """Take every page and snippet offline whose time is over. Raises SomeFailed after all were tried."""
    _for_each(
        _expired(), lambda item: item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    )


def _expired() -> Iterator[models.Model]:
    now = timezone.now()
    yield from Page.objects.filter(live=True, expire_at__lte=now).order_by("expire_at").specific()
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield from model._default_manager.filter(live=True, expire_at__lte=now).order_by("expire_at")


def _for_each(items: Iterable[Any], act: Callable[[Any], object]) -> None:
    failures = []
    for item in list(items):
        try:
            with transaction.atomic():
                act(item)
        except (OperationalError, InterfaceError):
            raise  # Locked or gone: nothing is wrong with this object, the whole run is repeated.
        except Exception as error:
            log.warning(
                "scheduled change failed", model=item._meta.label, pk=item.pk, error=type(error).__name__
            )
            failures.append(f"{item._meta.verbose_name} „{item}“ ({item.pk}): {error}")
    if failures:
        raise SomeFailed("\n".join(failures))
