"""Rate limits for public forms and sign-in."""

from datetime import timedelta

from django.apps import AppConfig


class LimitsConfig(AppConfig):
    name = "limits"
    label = "limits"
    verbose_name = "Begrenzungen"

    def ready(self) -> None:
        from limits.domain.rates import prune_counts
        from limits.domain.turns import prune_turns
        from outbox.registries import Recurring, schedule

        schedule.register(
            Recurring(
                "limits.counts", run=prune_counts, every=timedelta(hours=1), label="Alte Zählerstände löschen"
            )
        )
        schedule.register(
            Recurring(
                "limits.turns", run=prune_turns, every=timedelta(hours=1), label="Alte Warteplätze löschen"
            )
        )
