"""Public addresses of the catalogue, the same in every language below its prefix."""

from django.urls import path

from .enums import AddressKind
from .models.flat_addresses import SEGMENTS
from .views import flat_pages

urlpatterns = [
    path(f"{SEGMENTS[AddressKind.SERVICE]}/<slug:slug>/", flat_pages.service, name="service"),
    path(f"{SEGMENTS[AddressKind.DEPARTMENT]}/<slug:slug>/", flat_pages.department, name="department"),
    path(f"{SEGMENTS[AddressKind.OFFICE]}/<slug:slug>/", flat_pages.office, name="office"),
]
