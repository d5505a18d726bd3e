"""Streets, house numbers and districts, and everything the city knows about one address."""

from django.apps import AppConfig


class AddressesConfig(AppConfig):
    name = "servicefinder.addresses"
    verbose_name = "Adressen"

    def ready(self) -> None:
        from . import registrations

        registrations.register()
