"""A form's steps and fees as the editor sees them."""

from wagtail import blocks


def steps_block() -> list[tuple[str, blocks.Block]]:
    return [("step", blocks.StructBlock([("title", blocks.CharBlock(label="Titel"))], label="Schritt"))]


def prices_block() -> list[tuple[str, blocks.Block]]:
    return [("price", blocks.StructBlock([("label", blocks.CharBlock(label="Wofür"))], label="Gebühr"))]
