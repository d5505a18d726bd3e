from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "servicefinder.catalogue"
    label = "catalogue"
    verbose_name = "Dienstleistungen"

    def ready(self) -> None:
        from . import answers, receivers, registrations, search_sources, tasks

        receivers.connect()
        registrations.register()
        search_sources.register()
        answers.register()
        tasks.register()
