"""The tree of departments: what a department owns lies below its page."""

from typing import Any

from django.db import models
from wagtail.admin.panels import FieldPanel

from home.models import BasePage

from ..editing.places import department_tabs
from ..enums import AddressKind
from .fields import email_field, formatted_text, phone_field, postal_code_field, short_text
from .flat_addresses import FlatAddressPage
from .identities import Department, Office
from .permissions import DepartmentPagePermissionTester


class DepartmentIndexPage(BasePage):
    """Parent of all departments, at /aemter/."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["catalogue.DepartmentPage"]
    max_count_per_parent = 1

    body = formatted_text("Text")

    content_panels = [*BasePage.content_panels, FieldPanel("teaser"), FieldPanel("body")]

    class Meta:
        verbose_name = "Übersicht der Ämter"


class DepartmentPage(FlatAddressPage):
    """An Amt in one language. Without an address of its own it shows that of its main office."""

    identity_field = "department"
    address_kind = AddressKind.DEPARTMENT
    text_fields = ("leader", "hours", "description")
    parent_page_types = ["catalogue.DepartmentIndexPage", "catalogue.DepartmentPage"]
    subpage_types = [
        "catalogue.DepartmentPage",
        "catalogue.ServicePage",
        "catalogue.OfficePage",
        "catalogue.ContactPersonPage",
    ]
    exclude_fields_in_copy = ["department"]
    edit_handler = department_tabs()

    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, editable=False, related_name="pages"
    )

    leader = short_text("Leitung", 200, help_text="Zum Beispiel „Dr. Karin Feld, Amtsleiterin“.")
    phone = phone_field()
    email = email_field()
    main_office = models.ForeignKey(
        Office, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="Hauptstandort"
    )
    address = short_text("Straße und Hausnummer", 120)
    postal_code = postal_code_field()
    city = short_text("Ort", 80)
    hours = models.TextField("Sprechzeiten", blank=True, help_text="Zum Beispiel „Telefon: Mo–Fr 8–12 Uhr“.")
    description = formatted_text("Aufgaben")

    class Meta:
        verbose_name = "Amt"
        verbose_name_plural = "Ämter"

    def permissions_for_user(self, user: Any) -> DepartmentPagePermissionTester:
        return DepartmentPagePermissionTester(user, self)
