"""Which department plans the collection."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from servicefinder.catalogue.models import Department


@register_setting(icon="bin", order=65)
class WasteSettings(BaseGenericSetting):  # type: ignore[django-manager-missing]
    """One row. Members of `department`, and nobody else, plan tours and report failures."""

    department = models.ForeignKey(
        Department,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Zuständiges Amt",
        help_text="Nur seine Mitglieder planen Touren, veröffentlichen das Jahr und melden Ausfälle.",
    )

    panels = [FieldPanel("department")]

    class Meta:
        verbose_name = "Abfuhrkalender"
        verbose_name_plural = "Abfuhrkalender"
