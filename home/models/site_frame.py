"""What surrounds every page of a language: navigation and footer, edited as content."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import ListBlock, StreamBlock
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin

from home.blocks.links import LinkBlock
from home.blocks.navigation import FooterColumnBlock, NavigationItemBlock


class SiteFrame(TranslatableMixin):
    """Navigation and footer of one language.

    `resolved` is what templates read: links with their addresses of today, without pages that are not
    public. `home.domain.frame_building` writes it again whenever something it shows has changed.
    """

    navigation = StreamField(
        StreamBlock([("item", NavigationItemBlock())], required=False),
        verbose_name="Hauptnavigation",
        blank=True,
        help_text="Vier bis sieben Einträge; Wichtiges zuerst.",
    )
    footer = StreamField(
        StreamBlock([("column", FooterColumnBlock())], required=False, max_num=4),
        verbose_name="Spalten der Fußzeile",
        blank=True,
    )
    legal = StreamField(
        StreamBlock(
            [("links", ListBlock(LinkBlock(label="Verweis"), label="Verweise"))], max_num=1, required=False
        ),
        verbose_name="Letzte Zeile der Fußzeile",
        blank=True,
        help_text="Impressum, Datenschutz, Barrierefreiheit: Pflicht auf jeder Seite.",
    )
    note = models.CharField("Satz in der Fußzeile", max_length=250, blank=True)
    resolved = models.JSONField(default=dict, editable=False)

    panels = [FieldPanel("navigation"), FieldPanel("footer"), FieldPanel("legal"), FieldPanel("note")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = "Navigation und Fußzeile"
        verbose_name_plural = "Navigation und Fußzeile"
        constraints = [models.UniqueConstraint(fields=["locale"], name="one_frame_per_language")]

    def __str__(self) -> str:
        return f"Navigation und Fußzeile ({self.locale})"
