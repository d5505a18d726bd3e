"""Addresses of this room below the prefix of each language; all other pages are found in the tree."""

from django.urls import path
from wagtail.images.views.serve import ServeView

from home.views.home_page import front_page

urlpatterns = [
    path("", front_page, name="home"),
    # One size of a picture that the worker has not made yet; the signature keeps others from asking for any.
    path("bilder/<signature>/<int:image_id>/<filter_spec>/", ServeView.as_view(), name="wagtailimages_serve"),
    path(
        "bilder/<signature>/<int:image_id>/<filter_spec>/<path:filename>",
        ServeView.as_view(),
        name="wagtailimages_serve",
    ),
]
