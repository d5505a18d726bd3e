"""What editors see of the search, and how they mend it."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    name = "search.editorial"
    label = "search_editorial"
    verbose_name = "Suche: Redaktion"

    def ready(self) -> None:
        from search.editorial import receivers, registrations

        receivers.connect()
        registrations.register()
