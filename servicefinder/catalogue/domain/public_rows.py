"""Read models as the public may see them at this moment."""

from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from django.utils import timezone

from ..models import PublishedDepartment, PublishedOffice, PublishedService

Row = TypeVar("Row", PublishedService, PublishedOffice, PublishedDepartment)


def not_expired(now: datetime | None = None) -> Q:
    """What expires disappears to the second, even before the schedule takes it offline."""
    return Q(expires_at__isnull=True) | Q(expires_at__gt=now or timezone.now())


def public_rows(
    model: type[Row], language: str, now: datetime | None = None, **lookups: Any
) -> QuerySet[Row]:
    """Rows of one language that are public now."""
    return model._default_manager.filter(not_expired(now), language=language, **lookups)
