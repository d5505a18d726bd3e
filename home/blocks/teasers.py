from typing import Any

from wagtail.blocks import CharBlock, ListBlock, PageChooserBlock, StructBlock, StructValue

from home.publicity import public_pages_in_order


class TeasersBlock(StructBlock):
    """Pages to go on to, with title, teaser and picture as they are today."""

    heading = CharBlock(label="Überschrift", max_length=160)
    pages = ListBlock(PageChooserBlock(label="Seite"), label="Seiten", min_num=1, max_num=12)

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["pages"] = public_pages_in_order([page.pk for page in value["pages"] if page])
        return context

    class Meta:
        icon = "list-ul"
        label = "Seiten mit Kurztext"
        template = "home/blocks/teasers.html"
