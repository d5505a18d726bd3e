"""Sheets to print."""

from pathlib import Path

from pdf.registries import PdfTemplate, templates

SHEET = "waste.year"


def register() -> None:
    """Called once, in `WasteConfig.ready()`."""
    templates.register(PdfTemplate(SHEET, Path(__file__).parent / "year.typ"))
