from wagtail.blocks import CharBlock, ListBlock, StructBlock
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

    class Meta:
        icon = "download"
        label = "Dokumente zum Herunterladen"
        template = "home/blocks/downloads.html"
