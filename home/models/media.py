"""Pictures and documents: who made them, what may be done with them, what they show."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index


class CityImage(AbstractImage):
    """A picture with its alternative text (or the word that it is decorative) and its rights.

    `variants` lists the renditions that the worker has made, so that a page shows responsive
    pictures without a query: see `home.domain.pictures`.
    """

    is_decorative = models.BooleanField(
        "Nur Schmuck",
        default=False,
        help_text="Ankreuzen, wenn das Bild nichts Wichtiges zeigt. Vorlesegeräte übergehen es dann.",
    )
    author = models.CharField("Urheberin oder Urheber", max_length=200, blank=True)
    licence = models.CharField(
        "Lizenz",
        max_length=200,
        blank=True,
        help_text="Zum Beispiel „CC BY 4.0“ oder „alle Rechte bei der Stadt“.",
    )
    source = models.CharField(
        "Quelle", max_length=500, blank=True, help_text="Woher das Bild stammt, gern mit Adresse."
    )
    variants = models.JSONField(default=dict, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "description",
        "is_decorative",
        "author",
        "licence",
        "source",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("author"),
        index.SearchField("source"),
        index.FilterField("licence"),
    ]

    class Meta(AbstractImage.Meta):
        permissions = [("choose_image", "Kann Bilder auswählen")]

    @property
    def default_alt_text(self) -> str:
        """Never the title: a file name read aloud helps nobody."""
        return "" if self.is_decorative else self.description

    @property
    def credit(self) -> str:
        """One line that names author, licence and source."""
        return ", ".join(part for part in (self.author, self.licence, self.source) if part)

    def clean(self) -> None:
        super().clean()
        errors: dict[str, str] = {}
        if not self.description and not self.is_decorative:
            errors["description"] = "Beschreiben Sie, was zu sehen ist, oder kreuzen Sie „Nur Schmuck“ an."
        if not self.author:
            errors["author"] = "Wer hat das Bild gemacht?"
        if not self.licence:
            errors["licence"] = "Unter welcher Lizenz dürfen wir das Bild zeigen?"
        if errors:
            raise ValidationError(errors)


class CityRendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(CityImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class CityDocument(AbstractDocument):
    """A file to download; its size is known from the first moment."""

    source = models.CharField(
        "Quelle",
        max_length=500,
        blank=True,
        help_text="Wer es herausgibt, wenn es nicht die Stadt ist.",
    )
    is_accessible = models.BooleanField(
        "Barrierefrei",
        default=False,
        help_text="Ankreuzen, wenn das Dokument geprüft barrierefrei ist. Das steht dann am Verweis.",
    )

    admin_form_fields = ("title", "file", "source", "is_accessible", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        permissions = [("choose_document", "Kann Dokumente auswählen")]

    @property
    def type_label(self) -> str:
        """`PDF`, `DOCX` …: the type as people call it."""
        return self.file_extension.upper()

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not self.file._committed:
            self._set_document_file_metadata()
        super().save(*args, **kwargs)
