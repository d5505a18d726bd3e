"""Somebody to turn to; the name is the page's title."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.url_routing import RouteResult

from ..editing.places import contact_person_tabs
from .fields import email_field, phone_field, short_text
from .flat_addresses import redirect_to_flat_address
from .identities import ContactPerson, Office
from .translated import IdentifiedPage


class ContactPersonPage(IdentifiedPage):
    """Shown on the pages of the department and of the services that name the person."""

    identity_field = "person"
    text_fields = ("function",)
    parent_page_types = ["catalogue.DepartmentPage"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = ["person"]
    edit_handler = contact_person_tabs()

    person = models.ForeignKey(
        ContactPerson, models.PROTECT, null=True, blank=True, editable=False, related_name="pages"
    )

    function = short_text("Aufgabe", 200)
    phone = phone_field()
    email = email_field()
    room = short_text("Zimmer", 40)
    office = models.ForeignKey(
        Office, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="Standort"
    )

    class Meta:
        verbose_name = "Ansprechperson"
        verbose_name_plural = "Ansprechpersonen"

    def get_url_parts(self, request: HttpRequest | None = None) -> Any:
        """A person has no page of their own, but a place on that of the department."""
        return self.get_parent().specific.get_url_parts(request)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        result = super().route(request, path_components)
        if not path_components:
            result.kwargs = {"view": redirect_to_flat_address, "captured": {}}
        return result
