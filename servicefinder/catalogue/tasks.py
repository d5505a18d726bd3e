"""What the worker does for the catalogue."""

from datetime import time, timedelta
from typing import Any
from uuid import UUID

from outbox.registries import JobKind, Recurring, jobs, schedule

from .domain.dependents import PUBLISH_KIND
from .domain.finder.building import FINDER_KIND, ask_for_all_tables, build_table
from .domain.memberships import fill_all_groups
from .domain.publishing import republish, republish_due, republish_strays


def publish(key: str, payload: dict[str, Any]) -> None:
    """`key` is `service:<id>`, `office:<id>` or `department:<id>`."""
    name, _, identity_id = key.partition(":")
    republish(name, UUID(identity_id))


def build_finder(key: str, payload: dict[str, Any]) -> None:
    """`key` is a language."""
    build_table(key)


def register() -> None:
    jobs.register(
        JobKind(PUBLISH_KIND, publish, label="Dienstleistung, Amt oder Standort neu veröffentlichen")
    )
    jobs.register(JobKind(FINDER_KIND, build_finder, label="Dienstleistungsfinder neu zählen"))
    schedule.register(
        Recurring(
            "catalogue.finder",
            run=ask_for_all_tables,
            label="Dienstleistungsfinder mit den Seiten vergleichen",
            daily_at=time(2, 50),
        )
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
