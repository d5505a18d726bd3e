from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue
from wagtail.documents.blocks import DocumentChooserBlock


class DownloadBlock(StructBlock):
    document = DocumentChooserBlock(label="Dokument")
    label = CharBlock(
        label="Beschriftung", required=False, max_length=160, help_text="Leer: der Titel des Dokuments."
    )
    note = CharBlock(label="Hinweis", required=False, max_length=250)

    class Meta:
        icon = "doc-full"
        label = "Dokument"


class DownloadsBlock(StructBlock):
    """Files to download; type and size are added by themselves."""

    heading = CharBlock(label="Überschrift", required=False, max_length=160)
    items = ListBlock(DownloadBlock(), label="Dokumente", min_num=1)

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["items"] = [download_row(item) for item in value["items"] if item["document"]]
        return context

    class Meta:
        icon = "download"
        label = "Dokumente zum Herunterladen"
        template = "home/blocks/downloads.html"


def download_row(item: StructValue) -> dict[str, str]:
    """A document as the component `download_list` takes it."""
    document = item["document"]
    notes = [item.get("note"), gettext("barrierefrei") if document.is_accessible else ""]
    return {
        "title": item.get("label") or document.title,
        "url": document.url,
        "type": document.type_label,
        "size": filesizeformat(document.file_size or 0),
        "note": ", ".join(note for note in notes if note),
    }
