"""Documents about collecting."""

from pathlib import Path

from pdf.registries import PdfTemplate, templates


def register() -> None:
    """Called once, in `PassportsConfig.ready()`."""
    templates.register(PdfTemplate("passports.proxy", Path(__file__).parent / "proxy.typ"))
