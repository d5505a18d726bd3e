"""Addresses without a language that programs of others know."""

from django.urls import path

from ..views.calendars import SUBSCRIPTION
from . import akal, rest

urlpatterns = [
    SUBSCRIPTION,
    path("akal/akal1.php", akal.akal, name="waste_akal"),
    path("abfall-app/rest/orte", rest.cities, name="waste_rest"),
    path("abfall-app/rest/orte/<int:city>/strassen", rest.streets),
    path("abfall-app/rest/strassen/<int:street>", rest.street),
    path("abfall-app/rest/fraktionen", rest.fractions),
    path("abfall-app/rest/strassen/<int:street>/termine", rest.dates_of_street),
    path("abfall-app/rest/hausnummern/<int:house>/termine", rest.dates_of_house),
]
