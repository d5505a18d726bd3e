from django.core.exceptions import ValidationError
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    RichTextBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from .rich_text import NOTE_FEATURES


class TableBlock(StructBlock):
    """A table for data, never for layout: caption and column headings are required."""

    table = TypedTableBlock(
        [
            ("text", CharBlock(label="Text", required=False)),
            ("number", CharBlock(label="Zahl oder Betrag", required=False)),
            ("rich_text", RichTextBlock(label="Text mit Verweisen", required=False, features=NOTE_FEATURES)),
        ],
        label="Tabelle",
    )
    row_headers = BooleanBlock(
        label="Erste Spalte benennt die Zeilen",
        required=False,
        default=True,
        help_text="Vorlesegeräte sagen dann zu jeder Zelle, zu welcher Zeile sie gehört.",
    )

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        table = cleaned["table"]
        if not table.row_data:
            raise self._refused("Die Tabelle braucht mindestens eine Zeile.")
        if not table.caption:
            raise self._refused("Die Tabelle braucht eine Überschrift, die sagt, was sie zeigt.")
        if not all(column["heading"] for column in table.columns):
            raise self._refused("Jede Spalte braucht eine Überschrift.")
        return cleaned

    def _refused(self, reason: str) -> StructBlockValidationError:
        return StructBlockValidationError(block_errors={"table": ValidationError(reason)})

    class Meta:
        icon = "table"
        label = "Tabelle"
        template = "home/blocks/table.html"
