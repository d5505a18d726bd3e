"""The electronic case file (eAkte): what citizens sent, what became of it, and who saw it."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "servicefinder.cases"
    label = "cases"
    verbose_name = "Vorgänge"

    def ready(self) -> None:
        from . import registrations

        registrations.register()
