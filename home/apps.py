"""Editorial pages, and what every page shares."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    label = "home"
    verbose_name = "Seiten"

    def ready(self) -> None:
        from home import receivers, registrations

        receivers.connect()
        registrations.register()
