"""Events of the city: the page, when it takes place, and every single date."""

from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from home.blocks.body import BodyBlock
from home.coordinates import map_link
from home.dates import read_dates
from home.enums import Repetition
from home.repetition import days

from .base import BasePage
from .fields import latitude_field, longitude_field

LONGEST_REPETITION = timedelta(days=3 * 366)


class EventCategory(TranslatableMixin):
    """What kind of event: market, concert, council meeting. Edited by the city."""

    name = models.CharField("Name", max_length=80)
    slug = models.SlugField("Kürzel in der Adresse", max_length=80)

    panels = [FieldPanel("name"), FieldPanel("slug")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = "Veranstaltungsart"
        verbose_name_plural = "Veranstaltungsarten"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["locale", "slug"], name="event_category_slug_per_language")
        ]

    def __str__(self) -> str:
        return self.name


class EventIndexPage(BasePage):
    """Events to come, by category and date, with a calendar to subscribe to."""

    introduction = models.TextField("Einleitung", blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("teaser")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.EventPage"]
    max_count_per_parent = 1
    template = "home/event_index_page.html"

    class Meta:
        verbose_name = "Übersicht der Veranstaltungen"
        verbose_name_plural = "Übersichten der Veranstaltungen"


class EventPage(BasePage):
    """One event. Its dates follow from `schedules`; a translation takes them from the German page."""

    category = models.ForeignKey(
        EventCategory,
        verbose_name="Art",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="Bild",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(BodyBlock(), verbose_name="Inhalt", blank=True)
    is_cancelled = models.BooleanField(
        "Abgesagt", default=False, help_text="Die Seite bleibt sichtbar und sagt, dass nichts stattfindet."
    )
    place_name = models.CharField("Ort", max_length=160, blank=True)
    address = models.CharField("Anschrift", max_length=250, blank=True)
    latitude = latitude_field()
    longitude = longitude_field()
    access = models.CharField(
        "Zugang", max_length=250, blank=True, help_text="Stufenlos? Induktionsschleife? Gebärdensprache?"
    )
    organiser = models.CharField("Veranstaltet von", max_length=160, blank=True)
    contact = models.CharField("Kontakt", max_length=250, blank=True, help_text="Telefon oder E-Mail.")
    price = models.CharField("Eintritt", max_length=160, blank=True, help_text="Zum Beispiel „frei“.")
    ticket_url = models.URLField("Anmeldung oder Karten", blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("teaser"),
        FieldPanel("category"),
        FieldPanel("is_cancelled"),
        InlinePanel(
            "schedules",
            heading="Termine",
            label="Termin",
            min_num=1,
            help_text="Übersetzungen übernehmen Termine von der deutschen Seite.",
        ),
        MultiFieldPanel(
            [
                FieldPanel("place_name"),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("access"),
            ],
            heading="Ort",
        ),
        MultiFieldPanel(
            [FieldPanel("organiser"), FieldPanel("contact"), FieldPanel("price"), FieldPanel("ticket_url")],
            heading="Teilnehmen",
        ),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.SearchField("place_name")]
    parent_page_types = ["home.EventIndexPage"]
    subpage_types: list[str] = []
    page_description = "Eine Veranstaltung mit einem oder vielen Terminen."
    template = "home/event_page.html"

    class Meta:
        verbose_name = "Veranstaltung"
        verbose_name_plural = "Veranstaltungen"

    @property
    def map_link(self) -> str:
        return map_link(self.latitude, self.longitude)


class EventSchedule(Orderable):
    """When an event takes place, as an editor enters it: once, or repeated until a day."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="schedules")
    start = models.DateTimeField("Beginn")
    end = models.DateTimeField("Ende", null=True, blank=True)
    all_day = models.BooleanField(
        "Ganztägig", default=False, help_text="Uhrzeiten werden dann nicht gezeigt."
    )
    repetition = models.CharField(
        "Wiederholung", max_length=20, choices=Repetition.choices, default=Repetition.NONE, blank=True
    )
    until = models.DateField("Wiederholen bis", null=True, blank=True)
    except_on = models.TextField(
        "Fällt aus am", blank=True, help_text="Tage durch Komma getrennt: 24.12.2026, 31.12.2026"
    )

    panels = [
        FieldRowPanel([FieldPanel("start"), FieldPanel("end"), FieldPanel("all_day")]),
        FieldRowPanel([FieldPanel("repetition"), FieldPanel("until")]),
        FieldPanel("except_on"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "Termin"
        verbose_name_plural = "Termine"

    def __str__(self) -> str:
        return f"{self.start:%d.%m.%Y %H:%M}"

    @property
    def skipped_days(self) -> set[date]:
        """Days on which a repeated event does not take place."""
        return read_dates(self.except_on)

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.start and self.end and self.end < self.start:
            errors["end"] = "Das Ende liegt vor dem Beginn."
        if self.repetition and not self.until:
            errors["until"] = "Bis wann wiederholt sich der Termin?"
        if self.until and self.start and self.until < self.start.date():
            errors["until"] = "Die Wiederholung endet vor dem ersten Termin."
        if self.until and self.start and self.until > self.start.date() + LONGEST_REPETITION:
            errors["until"] = "Höchstens drei Jahre im Voraus."
        try:
            read_dates(self.except_on)
        except ValueError as error:
            errors["except_on"] = f"„{error}“ ist kein Tag in der Form 24.12.2026."
        if errors:
            raise ValidationError(errors)
        self._check_skipped_days()

    def _check_skipped_days(self) -> None:
        """A mistyped day would be skipped without a word, and the event announced for the right one."""
        if not self.start:
            return
        taking_place = days(timezone.localtime(self.start).date(), self.repetition, self.until)
        if wrong := sorted(self.skipped_days.difference(taking_place)):
            named = ", ".join(f"{day:%d.%m.%Y}" for day in wrong)
            raise ValidationError({"except_on": f"An diesem Tag findet ohnehin nichts statt: {named}"})


class EventDate(models.Model):
    """One date of an event, made from its schedules by `home.domain.event_dates`. Lists read these rows."""

    page = models.ForeignKey(EventPage, on_delete=models.CASCADE, related_name="dates")
    start = models.DateTimeField("Beginn")
    end = models.DateTimeField("Ende", null=True, blank=True)
    over_at = models.DateTimeField("Vorbei um")
    all_day = models.BooleanField("Ganztägig", default=False)

    # Rows follow their page, which is in Wagtail's index of references itself.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "Einzeltermin"
        verbose_name_plural = "Einzeltermine"
        ordering = ["start", "page_id"]
        constraints = [models.UniqueConstraint(fields=["page", "start"], name="event_date_once")]
        indexes = [models.Index(fields=["over_at", "start"], name="event_date_to_come")]

    def __str__(self) -> str:
        return f"{self.start:%d.%m.%Y %H:%M}"
