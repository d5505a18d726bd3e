"""What navigation and footer are made of."""

from wagtail.blocks import CharBlock, ListBlock, StructBlock

from .links import LinkBlock


class NavigationItemBlock(StructBlock):
    """An entry of the main navigation, with up to one level below it."""

    link = LinkBlock(label="Eintrag")
    children = ListBlock(LinkBlock(label="Untereintrag"), label="Untereinträge", required=False, default=[])

    class Meta:
        icon = "bars"
        label = "Eintrag"


class FooterColumnBlock(StructBlock):
    """Links under one heading."""

    heading = CharBlock(label="Überschrift", max_length=60)
    links = ListBlock(LinkBlock(label="Verweis"), label="Verweise", min_num=1)

    class Meta:
        icon = "list-ul"
        label = "Spalte"
