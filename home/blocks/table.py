from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import CharBlock, RichTextBlock, StructBlock, StructBlockValidationError, StructValue
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock

from .rich_text import NOTE_FEATURES


class TableBlock(StructBlock):
    """A table for data, never for layout: caption and headings are required, the first cell names its row."""

    table = TypedTableBlock(
        [
            ("text", CharBlock(label="Text", required=False)),
            ("number", CharBlock(label="Zahl oder Betrag", required=False)),
            ("rich_text", RichTextBlock(label="Text mit Verweisen", required=False, features=NOTE_FEATURES)),
        ],
        label="Tabelle",
        help_text="Die erste Spalte benennt die Zeilen: Vorlesegeräte sagen sie zu jeder Zelle.",
    )

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        if problem := _problem(cleaned["table"]):
            raise StructBlockValidationError(block_errors={"table": ValidationError(problem)})
        return cleaned

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        table = value["table"]
        context["columns"] = _columns(table)
        context["rows"] = [_row(row["values"], context["columns"]) for row in table.row_data]
        return context

    class Meta:
        icon = "table"
        label = "Tabelle"
        template = "home/blocks/table.html"


def _problem(table: TypedTable) -> str:
    if not table.row_data:
        return "Die Tabelle braucht mindestens eine Zeile."
    if not table.caption:
        return "Die Tabelle braucht eine Überschrift, die sagt, was sie zeigt."
    if not all(column["heading"] for column in table.columns):
        return "Jede Spalte braucht eine Überschrift."
    return ""


def _columns(table: TypedTable) -> list[dict[str, Any]]:
    return [
        {"title": column["heading"], "numeric": column["block"].name == "number"} for column in table.columns
    ]


def _row(values: list[Any], columns: list[dict[str, Any]]) -> dict[str, Any]:
    """A row as the component `table` takes it; labels repeat the heading on small screens."""
    cells = zip(values[1:], columns[1:], strict=False)
    return {
        "header": values[0],
        "cells": [
            {"value": value, "numeric": column["numeric"], "label": column["title"]}
            for value, column in cells
        ],
    }
