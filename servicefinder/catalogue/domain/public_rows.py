"""Read models as the public may see them at this moment."""

from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from django.utils import timezone

from ..models import PublishedDepartment, PublishedOffice, PublishedService

Row = TypeVar("Row", PublishedService, PublishedOffice, PublishedDepartment)


def not_expired() -> Q:
    """What expires disappears to the second, even before the schedule takes it offline."""
    return Q(expires_at__isnull=True) | Q(expires_at__gt=timezone.now())


def public_rows(model: type[Row], language: str, **lookups: Any) -> QuerySet[Row]:
    """Rows of one language that are public now."""
    return model._default_manager.filter(not_expired(), language=language, **lookups)
