from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "servicefinder.catalogue"
    label = "catalogue"
    verbose_name = "Dienstleistungen"
