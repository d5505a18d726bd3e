"""The city's front page, one per language."""

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks.body import BodyBlock
from home.pictures import ImageFacts, facts_of

from .base import BasePage


class HomePage(BasePage):
    """Search first, then what most people come for. Other rooms add parts by page panels."""

    claim = models.CharField(
        "Ein Satz zur Stadt",
        max_length=120,
        blank=True,
        help_text="Steht unter dem Namen der Stadt.",
    )
    search_question = models.CharField(
        "Frage über dem Suchfeld", max_length=80, default="Was möchten Sie erledigen?", blank=True
    )
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="Bild der Stadt",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(
        BodyBlock(),
        verbose_name="Weiterer Inhalt",
        blank=True,
        help_text="Unter der Suche; auf der Startseite in Leichter Sprache der eigentliche Text.",
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("claim"),
        FieldPanel("search_question"),
        FieldPanel("picture"),
        FieldPanel("teaser"),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types = ["wagtailcore.Page"]
    template = "home/home_page.html"

    class Meta:
        verbose_name = "Startseite"
        verbose_name_plural = "Startseiten"

    @cached_property
    def hero(self) -> ImageFacts | None:
        """What is needed of `picture` to show it."""
        return facts_of(self.picture) if self.picture else None
