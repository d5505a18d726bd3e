"""What is written in uploaded files, and which pages lead to them."""

from django.db import models
from django.utils import timezone
from wagtail.models import Page

from .media import CityDocument


class DocumentText(models.Model):
    """The words of one file, read once. `pages` holds number (0 where a file has none) and text."""

    document = models.OneToOneField(CityDocument, on_delete=models.CASCADE, related_name="text")
    file_name = models.CharField("Datei", max_length=255)
    pages = models.JSONField("Seiten", default=list)
    problem = models.CharField("Hindernis", max_length=300, blank=True, default="")
    read_at = models.DateTimeField("gelesen", default=timezone.now)

    class Meta:
        verbose_name = "Text eines Dokuments"
        verbose_name_plural = "Texte von Dokumenten"

    def __str__(self) -> str:
        return self.file_name


class DocumentLink(models.Model):
    """A page, live or not, that offers a document."""

    document = models.ForeignKey(CityDocument, on_delete=models.CASCADE, related_name="page_links")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "Verweis auf ein Dokument"
        verbose_name_plural = "Verweise auf Dokumente"
        constraints = [models.UniqueConstraint(fields=["document", "page"], name="document_link_once")]

    def __str__(self) -> str:
        return f"{self.page_id} → {self.document_id}"
