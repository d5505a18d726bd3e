"""Pictures in the text. Each says what it shows or that it is decorative (Wagtail's ImageBlock asks)."""

from wagtail.blocks import CharBlock, ListBlock, StructBlock
from wagtail.images.blocks import ImageBlock


class PictureBlock(ImageBlock):
    """Wagtail's image with alternative text; rendered by the blocks that contain it."""

    class Meta:
        icon = "image"
        label = "Bild"


class FigureBlock(StructBlock):
    """One picture across the text column."""

    picture = PictureBlock(label="Bild")
    caption = CharBlock(label="Bildunterschrift", required=False, max_length=250)

    class Meta:
        icon = "image"
        label = "Bild"
        template = "home/blocks/figure.html"


class GalleryBlock(StructBlock):
    """Several pictures side by side, each with its caption; nothing slides by itself."""

    heading = CharBlock(label="Überschrift", required=False, max_length=160)
    pictures = ListBlock(FigureBlock(), label="Bilder", min_num=2, max_num=24)

    class Meta:
        icon = "image"
        label = "Bildergalerie"
        template = "home/blocks/gallery.html"
