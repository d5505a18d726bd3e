"""Notices: what everybody on the site must see for a while."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page, TranslatableMixin

from home.blocks.links import validate_address
from home.enums import NoticeSeverity


class Notice(TranslatableMixin, ClusterableModel):
    """Shown from `starts_at` until just before `ends_at`, everywhere or in some sections."""

    severity = models.CharField(
        "Dringlichkeit", max_length=10, choices=NoticeSeverity.choices, default=NoticeSeverity.INFO
    )
    title = models.CharField("Überschrift", max_length=120)
    text = models.TextField(
        "Text", blank=True, max_length=600, help_text="Ein bis drei Sätze: was, wo, bis wann."
    )
    link_label = models.CharField("Beschriftung des Verweises", max_length=80, blank=True)
    link_page = models.ForeignKey(
        Page, verbose_name="Seite", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    link_address = models.CharField("oder Adresse", max_length=500, blank=True, validators=[validate_address])
    starts_at = models.DateTimeField("Sichtbar ab", default=timezone.now)
    ends_at = models.DateTimeField("Sichtbar bis", null=True, blank=True, db_index=True)
    everywhere = models.BooleanField(
        "Auf allen Seiten", default=True, help_text="Sonst nur in den Bereichen, die Sie unten wählen."
    )

    panels = [
        FieldPanel("severity"),
        FieldPanel("title"),
        FieldPanel("text"),
        MultiFieldPanel(
            [FieldPanel("link_label"), FieldPanel("link_page"), FieldPanel("link_address")],
            heading="Mehr dazu",
        ),
        MultiFieldPanel([FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")])], heading="Wann"),
        MultiFieldPanel([FieldPanel("everywhere"), InlinePanel("sections", label="Bereich")], heading="Wo"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = "Hinweis auf der Website"
        verbose_name_plural = "Hinweise auf der Website"
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=models.F("starts_at")),
                name="notice_ends_after_it_starts",
                violation_error_message="Der Hinweis endet, bevor er beginnt.",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.link_page and self.link_address:
            raise ValidationError({"link_address": "Entweder eine Seite oder eine Adresse, nicht beides."})
        if self.link_address and not self.link_label:
            raise ValidationError({"link_label": "Der Verweis braucht eine Beschriftung."})
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": "Der Hinweis endet, bevor er beginnt."})

    def is_current(self) -> bool:
        """Whether it is shown at this moment."""
        now = timezone.now()
        return self.starts_at <= now and (self.ends_at is None or now < self.ends_at)


class NoticeSection(Orderable):
    """One part of the site that a notice is for: a page with all below it, or addresses that begin alike."""

    notice = ParentalKey(Notice, on_delete=models.CASCADE, related_name="sections")
    page = models.ForeignKey(
        Page,
        verbose_name="Seite mit allem darunter",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    address = models.CharField(
        "oder Beginn der Adresse", max_length=200, blank=True, help_text="Zum Beispiel /dienstleistungen/"
    )

    panels = [FieldPanel("page"), FieldPanel("address")]

    class Meta(Orderable.Meta):
        verbose_name = "Bereich"
        verbose_name_plural = "Bereiche"

    def __str__(self) -> str:
        return self.page.title if self.page else self.address

    def clean(self) -> None:
        super().clean()
        if bool(self.page_id) == bool(self.address):
            raise ValidationError("Wählen Sie entweder eine Seite oder geben Sie den Beginn der Adresse an.")
        if self.address and not self.address.startswith("/"):
            raise ValidationError({"address": "Die Adresse beginnt mit „/“."})
