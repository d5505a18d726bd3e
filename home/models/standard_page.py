"""A page of running text: city information, projects, legal texts."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks.body import BodyBlock
from home.enums import PageRole

from .base import BasePage


class StandardPage(BasePage):
    """Anything that is not news, an event or a service. Its `role` tells which legal page it is."""

    introduction = models.TextField(
        "Einleitung", blank=True, help_text="Ein bis drei Sätze, die sagen, worum es auf der Seite geht."
    )
    body = StreamField(BodyBlock(), verbose_name="Inhalt", blank=True)
    show_contents = models.BooleanField(
        "Inhaltsverzeichnis zeigen", default=False, help_text="Für lange Seiten mit mehreren Überschriften."
    )
    role = models.CharField(
        "Aufgabe der Seite",
        max_length=20,
        choices=PageRole.choices,
        default=PageRole.NONE,
        blank=True,
        help_text="Nur für Pflichtseiten: So findet die Fußzeile das Impressum auch unter neuer Adresse.",
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
        FieldPanel("teaser"),
    ]
    settings_panels = [FieldPanel("show_contents"), FieldPanel("role"), *BasePage.settings_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    page_description = "Text mit Bildern, Tabellen und Verweisen: Wissenswertes, das länger gilt."
    template = "home/standard_page.html"

    class Meta:
        verbose_name = "Inhaltsseite"
        verbose_name_plural = "Inhaltsseiten"
