from wagtail.blocks import CharBlock, StructBlock, TextBlock


class QuoteBlock(StructBlock):
    text = TextBlock(label="Zitat", max_length=600, rows=3)
    author = CharBlock(label="Wer es gesagt hat", max_length=120)
    role = CharBlock(label="Funktion", required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = "Zitat"
        template = "home/blocks/quote.html"
