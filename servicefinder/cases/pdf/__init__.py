"""Documents about cases."""

from pathlib import Path

from pdf.registries import PdfTemplate, templates

HERE = Path(__file__).parent


def register() -> None:
    """Called once, in `CasesConfig.ready()`."""
    for name in ("receipt", "decision"):
        templates.register(PdfTemplate(f"cases.{name}", HERE / f"{name}.typ"))
