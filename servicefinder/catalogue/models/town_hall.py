"""Which office the front page shows with its hours of now."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from .identities import Office


@register_setting(icon="home", order=20)
class TownHall(BaseGenericSetting):
    """One row for the whole site; without an office the front page says nothing about it."""

    office = models.ForeignKey(
        Office,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Standort",
        help_text="Er steht mit seinen Öffnungszeiten von heute auf der Startseite.",
    )

    panels = [FieldPanel("office")]

    class Meta:
        verbose_name = "Rathaus auf der Startseite"
        verbose_name_plural = "Rathaus auf der Startseite"
