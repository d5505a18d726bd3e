"""The waste collection calendar: tours, dates, shifts, and what citizens get of them."""

from django.apps import AppConfig


class WasteConfig(AppConfig):
    name = "servicefinder.waste"
    verbose_name = "Abfallkalender"

    def ready(self) -> None:
        from . import registrations

        registrations.register()
