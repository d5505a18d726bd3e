"""What rooms above the case file, and plug-ins, announce to it in `AppConfig.ready()`.

`delivery_targets`: how a case is handed over to another system.
`payment_providers`: how a price is paid.
`case_behaviours`: what a service adds to its cases.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from django import forms

from outbox.registries import Registry

from .models import Case, Delivery


class DeliveryTarget(Protocol):
    """`deliver` may run again after it was cut short: the target recognises `delivery.id`.

    It returns what the receiver calls the case, and raises RetryLater while the receiver is down.
    `options_form` asks for `delivery.options`; None is nothing that a form would choose.
    """

    name: str
    label: str

    @property
    def options_form(self) -> type[forms.Form] | None: ...

    def deliver(self, delivery: Delivery) -> str: ...


class PaymentProvider(Protocol):
    """`start` returns what the citizen reads, or where to pay; `is_paid` asks; `refund` gives back."""

    name: str
    label: str

    def start(self, case: Case) -> str: ...

    def is_paid(self, case: Case) -> bool: ...

    def refund(self, case: Case) -> None: ...


@dataclass(frozen=True)
class CaseBehaviour:
    """By key of a case type: `panel` gives a template and its data for the case's page, or None;
    `after_change` runs in the transaction of every change of state.
    """

    name: str
    panel: Callable[[Case], tuple[str, dict[str, Any]] | None] | None = None
    after_change: Callable[[Case, str], None] | None = None
    actions: dict[str, Callable[[Case], None]] = field(default_factory=dict)


delivery_targets: Registry[DeliveryTarget] = Registry()
payment_providers: Registry[PaymentProvider] = Registry()
case_behaviours: Registry[CaseBehaviour] = Registry()
