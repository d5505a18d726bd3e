"""Somebody to turn to; the name is the page's title."""

from django.db import models

from ..editing.places import contact_person_tabs
from .fields import email_field, phone_field, short_text
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
