from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StructBlock

from .rich_text import SHORT_TEXT_FEATURES


class StepBlock(StructBlock):
    title = CharBlock(label="Was zu tun ist", max_length=160)
    text = RichTextBlock(label="Erklärung", required=False, features=SHORT_TEXT_FEATURES)

    class Meta:
        icon = "arrow-right"
        label = "Schritt"


class StepsBlock(StructBlock):
    """Things to do one after the other."""

    heading = CharBlock(label="Überschrift", required=False, max_length=160)
    steps = ListBlock(StepBlock(), label="Schritte", min_num=2)

    class Meta:
        icon = "list-ol"
        label = "Schritte"
        template = "home/blocks/steps.html"
