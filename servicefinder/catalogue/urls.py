"""Public addresses of the catalogue, the same in every language below its prefix."""

from django.urls import path

from .enums import AddressKind
from .models.flat_addresses import SEGMENTS
from .views import departments, finder, life_situations, offices, services

urlpatterns = [
    path(f"{SEGMENTS[AddressKind.SERVICE]}/", finder.finder, name="finder"),
    path(f"{SEGMENTS[AddressKind.SERVICE]}/<slug:slug>/", services.service, name="service"),
    path(f"{SEGMENTS[AddressKind.DEPARTMENT]}/<slug:slug>/", departments.department, name="department"),
    path(f"{SEGMENTS[AddressKind.OFFICE]}/", offices.office_list, name="offices"),
    path(f"{SEGMENTS[AddressKind.OFFICE]}/<slug:slug>/", offices.office, name="office"),
    path(f"{SEGMENTS[AddressKind.LIFE_SITUATION]}/", life_situations.overview, name="life_situations"),
    path(
        f"{SEGMENTS[AddressKind.LIFE_SITUATION]}/<slug:slug>/",
        life_situations.life_situation,
        name="life_situation",
    ),
]
