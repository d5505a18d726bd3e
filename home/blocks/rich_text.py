"""The formatting that editors may use in running text."""

from wagtail.blocks import RichTextBlock

# Headings are blocks' and pages' business in short texts; long texts may have two levels of them.
SHORT_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]
LONG_TEXT_FEATURES = ["h2", "h3", *SHORT_TEXT_FEATURES]
NOTE_FEATURES = ["bold", "link"]


class TextBlock(RichTextBlock):
    """Running text with headings, lists and links."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"features": LONG_TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = "Text"
        template = "home/blocks/text.html"
