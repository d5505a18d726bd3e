"""Secrets in links, form tickets, and forms without cookies."""

from datetime import time

from django.apps import AppConfig


class CapabilitiesConfig(AppConfig):
    name = "capabilities"
    label = "capabilities"
    verbose_name = "Geheime Links"

    def ready(self) -> None:
        from capabilities.domain.secrets import prune_secrets
        from capabilities.domain.tickets import prune_tickets
        from outbox.registries import Recurring, schedule

        schedule.register(
            Recurring(
                "capabilities.secrets",
                run=prune_secrets,
                daily_at=time(2, 45),
                label="Abgelaufene geheime Links löschen",
            )
        )
        schedule.register(
            Recurring(
                "capabilities.tickets",
                run=prune_tickets,
                daily_at=time(2, 50),
                label="Verbrauchte Formulartickets löschen",
            )
        )
