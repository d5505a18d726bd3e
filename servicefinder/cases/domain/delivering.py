"""Handing over what was planned: at least once on the way, once in effect."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from outbox.domain.jobs import RetryLater, enqueue
from outbox.models import Job

from ..enums import DeliveryState, EntryKind
from ..models import Delivery
from ..registries import delivery_targets
from .deliveries import DELIVERY_KIND
from .journal import THE_SYSTEM, record

# With pauses that grow to an hour: half a day.
MAX_ATTEMPTS = 20
RECEIPT_CHARACTERS = 200


class UnknownTarget(LookupError):
    """The target was taken away; `str()` is a German sentence."""


def deliver(key: str, payload: dict[str, Any]) -> None:
    """Job handler. Pauses grow with each attempt; after the last one the delivery is shown as stuck."""
    found = Delivery.objects.filter(pk=key).exclude(state=DeliveryState.DONE)
    delivery = found.select_related("case__type_version__case_type", "case__department").first()
    if delivery is None:
        return
    try:
        target = delivery_targets.get(delivery.target)
        if target is None:
            raise UnknownTarget(f"Das Ziel „{delivery.target}“ gibt es nicht.")
        receipt = target.deliver(delivery)
    except RetryLater:
        raise
    except Exception:
        if Job.objects.filter(kind=DELIVERY_KIND, key=key, attempts__gte=MAX_ATTEMPTS).exists():
            _waiting(delivery).update(state=DeliveryState.STUCK)
        raise
    settle(delivery, receipt)


@transaction.atomic
def settle(delivery: Delivery, receipt: str) -> bool:
    """Write down that the receiver has it; False where somebody else did so before."""
    values = {
        "state": DeliveryState.DONE,
        "receipt": receipt[:RECEIPT_CHARACTERS],
        "delivered_at": timezone.now(),
    }
    done = Delivery.objects.filter(pk=delivery.pk).exclude(state=DeliveryState.DONE).update(**values)
    if done:
        references = {"delivery": str(delivery.pk), "target": delivery.target}
        record(delivery.case_id, EntryKind.DELIVERED, THE_SYSTEM, references=references)
    return bool(done)


@transaction.atomic
def try_again(delivery: Delivery) -> bool:
    """Give a stuck delivery all its attempts again; False where it is not stuck any more."""
    stuck = Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.STUCK)
    if not stuck.update(state=DeliveryState.WAITING):
        return False
    enqueue(DELIVERY_KIND, str(delivery.pk))
    return True


def _waiting(delivery: Delivery) -> Any:
    return Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.WAITING)
