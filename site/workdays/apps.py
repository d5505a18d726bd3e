from django.apps import AppConfig


class WorkdaysConfig(AppConfig):
    name = "workdays"
    label = "workdays"
    verbose_name = "Arbeitstage"
