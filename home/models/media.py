"""Pictures and documents: who made them, what may be done with them, what they show."""

from collections.abc import Collection
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from uploads.domain.checking import check_upload
from uploads.domain.images import strip_metadata
from uploads.domain.refusal import UploadRefused
from uploads.enums import DOCUMENTS, FILMS, IMAGES, FileType

FILM_EXTENSIONS = {extension for file_type in FILMS for extension in file_type.extensions}
DOCUMENT_LIMIT_BYTES = 50 * 1024 * 1024
FILM_LIMIT_BYTES = 500 * 1024 * 1024


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
        verbose_name = "Bild"
        verbose_name_plural = "Bilder"
        permissions = [("choose_image", "Kann Bilder auswählen")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if is_new_file(self):
            self._strip_file()
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    def _set_image_file_metadata(self) -> None:
        """Of several pictures at once, Wagtail stores the files before the records, and says so only here."""
        if not is_new_file(self):
            self._strip_file()
        super()._set_image_file_metadata()

    def _strip_file(self) -> None:
        """Cameras write down where they are: nothing of that may stay on the disk."""
        given: Any = self.file
        stripped = ContentFile(strip_metadata(given.file), name=PurePath(given.name).name)
        if given._committed:
            given.close()
            given.storage.delete(given.name)
        self.file = stripped

    @property
    def default_alt_text(self) -> str:
        """Never the title: a file name read aloud helps nobody."""
        return "" if self.is_decorative else self.description

    def clean(self) -> None:
        super().clean()
        errors: dict[str, str] = {}
        if not self.description and not self.is_decorative:
            errors["description"] = "Beschreiben Sie, was zu sehen ist, oder kreuzen Sie „Nur Schmuck“ an."
        if not self.author:
            errors["author"] = "Wer hat das Bild gemacht?"
        if not self.licence:
            errors["licence"] = "Unter welcher Lizenz dürfen wir das Bild zeigen?"
        if is_new_file(self):
            limit: int = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
            errors.update(_upload_problem(self, IMAGES, limit))
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
        verbose_name = "Dokument"
        verbose_name_plural = "Dokumente"
        permissions = [("choose_document", "Kann Dokumente auswählen")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if is_new_file(self):
            self._set_document_file_metadata()
        super().save(*args, **kwargs)

    @property
    def type_label(self) -> str:
        """`PDF`, `DOCX` …: the type as people call it."""
        return self.file_extension.upper()

    @property
    def is_sealed(self) -> bool:
        """Part of a published official notice: its file stays as it is."""
        return self.pk is not None and self.official_attachments.exclude(sha256="").exists()

    def clean(self) -> None:
        super().clean()
        if is_new_file(self):
            if self.is_sealed:
                raise ValidationError({"file": "Die Datei gehört zu einer veröffentlichten Bekanntmachung."})
            is_film = self.file_extension.lower() in FILM_EXTENSIONS
            limit = FILM_LIMIT_BYTES if is_film else DOCUMENT_LIMIT_BYTES
            if problem := _upload_problem(self, DOCUMENTS | FILMS, limit):
                raise ValidationError(problem)


def is_new_file(record: Any) -> bool:
    """Whether the record has a file that is not in the storage yet."""
    return bool(record.file) and not record.file._committed


def _upload_problem(record: Any, allowed: Collection[FileType], limit_bytes: int) -> dict[str, Any]:
    """What is wrong with a new file, as errors of the field: its content decides, not its name."""
    try:
        file = record.file
        check_upload(file.file, file.name, file.size, allowed=allowed, limit_bytes=limit_bytes)
    except UploadRefused as refused:
        return {"file": refused}
    return {}
