"""Is my passport or identity card ready?"""

from django.apps import AppConfig


class PassportsConfig(AppConfig):
    name = "servicefinder.passports"
    verbose_name = "Ausweisstatus"

    def ready(self) -> None:
        from . import registrations

        registrations.register()
