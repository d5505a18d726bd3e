"""Addresses of the search, below the prefix of each language."""

from django.urls import path

from search import suggestion_views, views

urlpatterns = [
    path("suche/", views.results, name="search"),
    path("suche/vorschlaege/", suggestion_views.suggestions, name="search_suggestions"),
]
