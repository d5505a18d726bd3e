"""Places the city runs: library, pool, school, playground, toilet."""

from django.conf import settings
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from home.blocks.body import BodyBlock
from home.coordinates import map_link
from home.enums import FacilityKind, StepFree, Weekday

from .base import BasePage
from .fields import latitude_field, longitude_field


class FacilityIndexPage(BasePage):
    """All facilities, by kind."""

    introduction = models.TextField("Einleitung", blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("teaser")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.FacilityPage"]
    max_count_per_parent = 1
    template = "home/facility_index_page.html"

    class Meta:
        verbose_name = "Übersicht der Einrichtungen"
        verbose_name_plural = "Übersichten der Einrichtungen"


class FacilityPage(BasePage):
    """One facility: where it is, when it is open, how to get in."""

    kind = models.CharField("Art", max_length=20, choices=FacilityKind.choices, default=FacilityKind.OTHER)
    address = models.CharField("Straße und Hausnummer", max_length=160, blank=True)
    postal_code = models.CharField("Postleitzahl", max_length=5, blank=True)
    town = models.CharField("Ort", max_length=80, blank=True)
    latitude = latitude_field()
    longitude = longitude_field()
    telephone = models.CharField("Telefon", max_length=40, blank=True)
    email = models.EmailField("E-Mail", blank=True)
    website = models.URLField("Eigene Internetseite", blank=True)
    hours_note = models.TextField(
        "Zu den Öffnungszeiten", blank=True, help_text="Zum Beispiel „In den Ferien geschlossen“."
    )
    price = models.CharField("Eintritt", max_length=160, blank=True)
    step_free = models.CharField(
        "Stufenloser Zugang", max_length=10, choices=StepFree.choices, default=StepFree.UNKNOWN, blank=True
    )
    accessible_toilet = models.BooleanField("Barrierefreie Toilette", default=False)
    access_note = models.TextField("Zum Zugang", blank=True, help_text="Aufzug, Parkplätze, Bus, Leitsystem.")
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="Bild",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(BodyBlock(), verbose_name="Inhalt", blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("kind"),
        FieldPanel("teaser"),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("postal_code"), FieldPanel("town")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading="Ort",
        ),
        MultiFieldPanel(
            [FieldPanel("telephone"), FieldPanel("email"), FieldPanel("website")], heading="Kontakt"
        ),
        InlinePanel("hours", heading="Öffnungszeiten", label="Öffnungszeit"),
        FieldPanel("hours_note"),
        FieldPanel("price"),
        MultiFieldPanel(
            [FieldPanel("step_free"), FieldPanel("accessible_toilet"), FieldPanel("access_note")],
            heading="Zugang",
        ),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("address"),
        index.FilterField("kind"),
    ]
    parent_page_types = ["home.FacilityIndexPage"]
    subpage_types: list[str] = []
    page_description = "Ein Ort der Stadt: Bücherei, Bad, Schule, Spielplatz, Toilette."
    template = "home/facility_page.html"

    class Meta:
        verbose_name = "Einrichtung"
        verbose_name_plural = "Einrichtungen"

    @property
    def map_link(self) -> str:
        return map_link(self.latitude, self.longitude)

    @property
    def full_address(self) -> str:
        """`Kirchstraße 9, 35990 Auenstadt`; what is unknown is left out."""
        place = f"{self.postal_code} {self.town}".strip()
        return ", ".join(part for part in (self.address, place) if part)


class FacilityHours(Orderable):
    """From when to when a facility is open on a day of the week; several rows for a midday break."""

    page = ParentalKey(FacilityPage, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField("Tag", choices=Weekday.choices)
    opens = models.TimeField("von")
    closes = models.TimeField("bis")

    panels = [FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes")])]

    class Meta(Orderable.Meta):
        verbose_name = "Öffnungszeit"
        verbose_name_plural = "Öffnungszeiten"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opens__lt=models.F("closes")),
                name="facility_opens_before_it_closes",
                violation_error_message="Die Einrichtung schließt, bevor sie öffnet.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"
