"""What the worker does for the catalogue."""

from datetime import time, timedelta
from typing import Any
from uuid import UUID

from outbox.registries import JobKind, Recurring, jobs, schedule

from .domain.dependents import PUBLISH_KIND
from .domain.memberships import fill_all_groups
from .domain.publishing import republish, republish_due, republish_strays


def publish(key: str, payload: dict[str, Any]) -> None:
    """`key` is `service:<id>`, `office:<id>` or `department:<id>`."""
    name, _, identity_id = key.partition(":")
    republish(name, UUID(identity_id))


def register() -> None:
    jobs.register(
        JobKind(PUBLISH_KIND, publish, label="Dienstleistung, Amt oder Standort neu veröffentlichen")
    )
    schedule.register(
        Recurring(
            "catalogue.due",
            run=republish_due,
            label="Gebühren, Einschränkungen und Öffnungszeiten umschalten",
            every=timedelta(minutes=1),
        )
    )
    schedule.register(
        Recurring(
            "catalogue.strays",
            run=republish_strays,
            label="Veröffentlichtes mit den Seiten vergleichen",
            daily_at=time(2, 40),
        )
    )
    schedule.register(
        Recurring(
            "catalogue.memberships",
            run=fill_all_groups,
            label="Mitgliedschaften beginnen und enden lassen",
            daily_at=time(0, 1),
        )
    )
