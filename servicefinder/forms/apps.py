"""Online forms that departments build themselves; a submission becomes a case."""

from django.apps import AppConfig


class OnlineFormsConfig(AppConfig):
    name = "servicefinder.forms"
    # Django's own forms have the label `forms`.
    label = "onlineforms"
    verbose_name = "Online-Formulare"

    def ready(self) -> None:
        from . import kinds, registrations

        kinds.register()
        registrations.register()
