"""Public addresses of the room addresses, the same in every language below its prefix."""

from django.urls import path

from .views import pages, suggestions

urlpatterns = [
    path("meine-adresse/", pages.find_address, name="my_address"),
    path("meine-adresse/vorschlaege/", suggestions.suggestions, name="address_suggestions"),
    path("meine-adresse/<uuid:address>/", pages.show_address, name="address"),
]
