from django.apps import AppConfig


class DemoCityConfig(AppConfig):
    name = "democity"
    label = "democity"
    verbose_name = "Musterstadt"
