"""Addresses for requests of persons and for deliveries, below `/redaktion/`."""

from django.urls import path

from .views.backoffice import deliveries, person_requests

urlpatterns = [
    path("betroffene/", person_requests.person_requests, name="cases_person_requests"),
    path("betroffene/auskunft/", person_requests.disclosure, name="cases_disclosure"),
    path("betroffene/<uuid:case_id>/loeschen/", person_requests.ask_for_erasure, name="cases_ask_erasure"),
    path("betroffene/antraege/<int:pk>/", person_requests.decide_erasure, name="cases_decide_erasure"),
    path("uebergaben/", deliveries.stuck_deliveries, name="cases_deliveries"),
    path("uebergaben/<uuid:pk>/", deliveries.retry_delivery, name="cases_retry_delivery"),
]
