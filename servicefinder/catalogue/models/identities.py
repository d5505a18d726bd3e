"""What other rooms point to: one row per service, department, office and contact person.

A page is one language's text and comes and goes; the identity stays. Its key is the `translation_key`
that all pages about the same thing share.
"""

import uuid

from django.db import models


class Identity(models.Model):
    """Name and department are copies kept in step with the German page (`domain.identities`)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField("Name", max_length=255, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class Department(Identity):
    """An Amt. Sub-departments point to their `parent`, as their pages lie below its page."""

    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        editable=False,
        verbose_name="gehört zu",
    )
    collection = models.OneToOneField(
        "wagtailcore.Collection", models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    workflow = models.OneToOneField(
        "wagtailcore.Workflow", models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )

    class Meta:
        verbose_name = "Amt"
        verbose_name_plural = "Ämter"
        ordering = ["name"]


class OwnedIdentity(Identity):
    """An identity that belongs to a department; a department that owns something cannot be deleted."""

    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        editable=False,
        verbose_name="Amt",
    )

    class Meta:
        abstract = True


class Service(OwnedIdentity):
    """A Leistung of the city, in whatever languages it is described."""

    class Meta:
        verbose_name = "Dienstleistung"
        verbose_name_plural = "Dienstleistungen"
        ordering = ["name"]


class Office(OwnedIdentity):
    """A place that citizens can go to."""

    class Meta:
        verbose_name = "Standort"
        verbose_name_plural = "Standorte"
        ordering = ["name"]


class ContactPerson(OwnedIdentity):
    """Somebody to turn to, named on the pages of departments and services."""

    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="contact_persons",
        editable=False,
        verbose_name="Amt",
    )

    class Meta:
        verbose_name = "Ansprechperson"
        verbose_name_plural = "Ansprechpersonen"
        ordering = ["name"]
