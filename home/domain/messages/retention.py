"""Messages are forgotten on the day that was fixed when they came in or were closed."""

from datetime import timedelta

import structlog
from django.urls import reverse
from django.utils import timezone

from home.models import CitizenMessage
from outbox.enums import Severity
from outbox.registries import Finding

log = structlog.get_logger(__name__)

WARN_BEFORE = timedelta(days=30)


def delete_expired_messages() -> None:
    """Delete what is due, open ones too: nobody may keep personal data because work was left undone."""
    due = CitizenMessage.objects.filter(delete_on__lte=timezone.localdate())
    still_open = due.filter(closed_at__isnull=True).count()
    deleted, _ = due.delete()
    log.info("messages.deleted", count=deleted, still_open=still_open)


def messages_about_to_be_lost() -> list[Finding]:
    """Nightly check: open messages that will be deleted within a month."""
    soon = timezone.localdate() + WARN_BEFORE
    count = CitizenMessage.objects.filter(closed_at__isnull=True, delete_on__lte=soon).count()
    if not count:
        return []
    text = f"Offene Zuschriften, die in weniger als {WARN_BEFORE.days} Tagen gelöscht werden: {count}"
    return [Finding(Severity.WARNING, text, reverse("citizenmessage:index"))]
