"""The search: finds what higher rooms register, and knows none of them."""

from datetime import timedelta

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    label = "search"
    verbose_name = "Suche"

    def ready(self) -> None:
        from outbox.registries import JobKind, NightlyCheck, Recurring, jobs, nightly_checks, schedule
        from search.domain import indexing, rebuilding, sweeping

        jobs.register(
            JobKind(
                indexing.INDEX_KIND,
                indexing.index_record,
                handle_many=indexing.index_records,
                batch_size=indexing.BATCH_SIZE,
                lease_seconds=120,
                label="Suchindex aktualisieren",
            )
        )
        jobs.register(
            JobKind(
                indexing.REBUILD_KIND,
                rebuilding.rebuild_if_needed,
                lease_seconds=120,
                label="Suchindex neu aufbauen",
            )
        )
        schedule.register(
            Recurring(
                "search.ensure_index",
                run=indexing.ensure_index,
                every=timedelta(minutes=1),
                label="Suchindex prüfen",
            )
        )
        nightly_checks.register(
            NightlyCheck("search.sweep", run=sweeping.sweep, label="Suchindex vollständig")
        )
