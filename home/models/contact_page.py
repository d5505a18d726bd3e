"""The page with which people reach the city."""

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from home.blocks.body import BodyBlock

from .base import BasePage


class ContactPage(BasePage):
    """Words around the contact form, and its topics. Its address is always /kontakt/."""

    introduction = models.TextField("Einleitung", blank=True)
    body = StreamField(
        BodyBlock(), verbose_name="Weitere Wege zu uns", blank=True, help_text="Steht unter dem Formular."
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        InlinePanel(
            "topics",
            heading="Themen",
            label="Thema",
            help_text="Das Thema entscheidet, wer die Nachricht bekommt. Ohne Themen: die Adresse der Stadt.",
        ),
        FieldPanel("body"),
        FieldPanel("teaser"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "home/contact_page.html"

    class Meta:
        verbose_name = "Kontaktseite"
        verbose_name_plural = "Kontaktseiten"

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str | None, str | None] | None:
        parts = super().get_url_parts(request)
        if parts is None:
            return None
        with translation.override(self.language):
            return parts[0], parts[1], reverse("contact")


class ContactTopic(TranslatableMixin, Orderable):
    """What a message can be about, and who gets it."""

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="topics")
    label = models.CharField("Thema", max_length=120, help_text="Zum Beispiel „Ausweise und Meldewesen“.")
    recipient_name = models.CharField("Zuständig", max_length=200, help_text="Zum Beispiel „Bürgeramt“.")
    recipient_email = models.EmailField("E-Mail der zuständigen Stelle")

    panels = [FieldPanel("label"), FieldPanel("recipient_name"), FieldPanel("recipient_email")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "Thema"
        verbose_name_plural = "Themen"

    def __str__(self) -> str:
        return self.label
