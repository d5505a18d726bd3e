"""Facts about the city itself, the same in every language."""

from django.conf import settings
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from .fields import latitude_field, longitude_field


@register_setting(icon="home", order=10)
class CitySettings(BaseSiteSetting):
    """Name, crest and how to reach the city: header, footer, JSON-LD and feeds read them."""

    name = models.CharField(
        "Name der Stadt", max_length=80, blank=True, help_text="Zum Beispiel „Auenstadt“."
    )
    authority = models.CharField(
        "Name der Behörde",
        max_length=120,
        blank=True,
        help_text="Zum Beispiel „Magistrat der Stadt Auenstadt“.",
    )
    crest = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="Wappen oder Logo",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Leer: das mitgelieferte Zeichen.",
    )
    street = models.CharField("Straße und Hausnummer", max_length=120, blank=True)
    postal_code = models.CharField("Postleitzahl", max_length=5, blank=True)
    town = models.CharField("Ort", max_length=80, blank=True)
    latitude = latitude_field()
    longitude = longitude_field()
    telephone = models.CharField("Telefon", max_length=40, blank=True)
    email = models.EmailField("E-Mail", blank=True)
    social_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="Bild beim Teilen",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Für Seiten ohne eigenes Bild.",
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("authority"), FieldPanel("crest")], heading="Stadt"),
        MultiFieldPanel(
            [
                FieldPanel("street"),
                FieldRowPanel([FieldPanel("postal_code"), FieldPanel("town")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldRowPanel([FieldPanel("telephone"), FieldPanel("email")]),
            ],
            heading="Rathaus",
        ),
        FieldPanel("social_image"),
    ]

    class Meta:
        verbose_name = "Stadt"
        verbose_name_plural = "Stadt"
