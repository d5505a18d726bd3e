from wagtail.blocks import StreamBlock

from .rich_text import TextBlock
from .table import TableBlock

# No links to documents: what belongs to a notice is attached to it and sealed with it.
OFFICIAL_TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]


class OfficialTextBlock(StreamBlock):
    """The text of an official notice: only what stays as it is, nothing that is fetched when shown."""

    text = TextBlock(features=OFFICIAL_TEXT_FEATURES)
    table = TableBlock()

    class Meta:
        template = "home/blocks/body.html"
