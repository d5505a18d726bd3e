"""Services link to the question by the key `passports`."""

from django.urls import reverse
from django.utils import translation

from servicefinder.catalogue.registries import OnlineService

NAME = "passports"


def path(language: str) -> str:
    with translation.override(language):
        return reverse("passport_status")


SERVICE = OnlineService(NAME, "Ist mein Ausweis fertig?", path)
