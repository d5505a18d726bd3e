"""All blocks that a page's text can be made of."""

from wagtail.blocks import StreamBlock

from .accordion import AccordionBlock
from .call_to_action import CallToActionBlock
from .contact_card import ContactCardBlock
from .downloads import DownloadsBlock
from .pictures import FigureBlock, GalleryBlock
from .place import PlaceBlock
from .quote import QuoteBlock
from .rich_text import TextBlock
from .steps import StepsBlock
from .table import TableBlock
from .teasers import TeasersBlock
from .video import VideoBlock


class BodyBlock(StreamBlock):
    """The text of a page, block by block."""

    text = TextBlock(group="Text")
    accordion = AccordionBlock(group="Text")
    steps = StepsBlock(group="Text")
    table = TableBlock(group="Text")
    quote = QuoteBlock(group="Text")
    call_to_action = CallToActionBlock(group="Wege")
    teasers = TeasersBlock(group="Wege")
    downloads = DownloadsBlock(group="Wege")
    contact = ContactCardBlock(group="Wege")
    place = PlaceBlock(group="Wege")
    figure = FigureBlock(group="Bilder")
    gallery = GalleryBlock(group="Bilder")
    video = VideoBlock(group="Bilder")

    class Meta:
        block_counts = {"call_to_action": {"max_num": 1}}
        required = False
        template = "home/blocks/body.html"
