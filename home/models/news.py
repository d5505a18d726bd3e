"""News of the city (Aktuelles)."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks.body import BodyBlock

from .base import BasePage


class NewsIndexPage(BasePage):
    """All news, newest first, with an archive by year and an Atom feed."""

    introduction = models.TextField("Einleitung", blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("teaser")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    max_count_per_parent = 1
    template = "home/news_index_page.html"

    class Meta:
        verbose_name = "Übersicht der Nachrichten"
        verbose_name_plural = "Übersichten der Nachrichten"


class NewsPage(BasePage):
    """One piece of news. `published_on` is what the reader sees and what lists are ordered by."""

    published_on = models.DateField("Datum der Nachricht", default=timezone.localdate, db_index=True)
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="Bild",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    caption = models.CharField("Bildunterschrift", max_length=250, blank=True)
    body = StreamField(BodyBlock(), verbose_name="Inhalt", blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("published_on"),
        FieldPanel("teaser"),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("caption")], heading="Bild"),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("published_on")]
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []
    page_description = "Eine Nachricht aus dem Rathaus, mit Datum."
    template = "home/news_page.html"

    class Meta:
        verbose_name = "Nachricht"
        verbose_name_plural = "Nachrichten"

    @property
    def is_old(self) -> bool:
        """News of more than a year ago says so, since details may have changed."""
        return bool((timezone.localdate() - self.published_on).days > 365)
