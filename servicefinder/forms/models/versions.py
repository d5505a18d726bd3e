"""What a submission belongs to for ever: the form as it was when it was filled in."""

from django.db import models

from servicefinder.catalogue.models.identities import OwnedIdentity


class OnlineForm(OwnedIdentity):
    """A form, in whatever versions and languages; services link to it by its key."""

    class Meta:
        verbose_name = "Online-Formular"
        verbose_name_plural = "Online-Formulare"
        ordering = ["name"]


class FormVersion(models.Model):
    """Written when the form's page is published and differs from the version before; never changed.

    Number 0 is for trying out: the draft as it was when somebody last did, and no case belongs to it.
    `definition` is `FormDef.as_json()`, `settings` what else the page said (`domain.versions`).
    """

    form = models.ForeignKey(OnlineForm, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("Fassung")
    title = models.CharField("Titel", max_length=255)
    definition = models.JSONField("Aufbau")
    settings = models.JSONField("Angaben", default=dict)
    digest = models.CharField("Hash", max_length=64)
    published_at = models.DateTimeField("veröffentlicht")

    class Meta:
        verbose_name = "Fassung eines Formulars"
        verbose_name_plural = "Fassungen der Formulare"
        ordering = ["form", "-number"]
        constraints = [models.UniqueConstraint(fields=["form", "number"], name="form_version")]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"
