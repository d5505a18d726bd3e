from typing import Any

from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StructBlock, StructValue

from .rich_text import SHORT_TEXT_FEATURES


class AccordionItemBlock(StructBlock):
    heading = CharBlock(label="Überschrift", max_length=160)
    text = RichTextBlock(label="Text", features=SHORT_TEXT_FEATURES)

    class Meta:
        icon = "collapse-down"
        label = "Abschnitt"


class AccordionBlock(StructBlock):
    """Sections that open on request; for questions that few people have."""

    heading = CharBlock(label="Überschrift", required=False, max_length=160)
    items = ListBlock(AccordionItemBlock(), label="Abschnitte", min_num=1)

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["items"] = [{"title": item["heading"], "body": item["text"]} for item in value["items"]]
        return context

    class Meta:
        icon = "list-ul"
        label = "Aufklappbare Abschnitte"
        help_text = "Für Fragen, die nur wenige haben. Was alle wissen müssen, gehört in den Text."
        template = "home/blocks/accordion.html"
