"""Deliveries are rows of the transaction that opens a case; the worker hands over."""

from collections.abc import Iterable
from typing import Any

from outbox.domain.jobs import enqueue

from ..models import Case, Delivery

DELIVERY_KIND = "cases.delivery"


def plan_deliveries(case: Case, targets: Iterable[tuple[str, dict[str, Any]]]) -> None:
    """One row and one job per target, once per case however often it is asked for."""
    for target, options in targets:
        delivery, _ = Delivery.objects.get_or_create(case=case, target=target, defaults={"options": options})
        enqueue(DELIVERY_KIND, str(delivery.pk))
