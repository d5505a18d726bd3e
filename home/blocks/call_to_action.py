from wagtail.blocks import CharBlock, StructBlock, TextBlock

from .links import LinkBlock


class CallToActionBlock(StructBlock):
    """The one thing to press; once on a page."""

    heading = CharBlock(label="Überschrift", max_length=120)
    text = TextBlock(label="Text", required=False, max_length=300, rows=2)
    link = LinkBlock(label="Wohin")

    class Meta:
        icon = "pick"
        label = "Aufforderung mit Schaltfläche"
        help_text = "Höchstens eine auf jeder Seite: das Wichtigste, was man hier tun kann."
        template = "home/blocks/call_to_action.html"
