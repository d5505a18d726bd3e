"""From data to an accessible PDF (PDF/UA-1, ISO 14289-1): tagged, with title and language."""

import json
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

from .letters import showable
from .registries import templates

FONTS = Path(__file__).parent / "fonts"
# Templates import nothing but files of this repository: there are no packages to be found here.
NO_PACKAGES = Path(__file__).parent / "no-packages"


class PdfProblem(Exception):
    """The document could not be made; says which one, nothing of its content."""


def render(template: str, data: dict[str, Any]) -> bytes:
    """The document that `template` makes of `data` (JSON: texts, numbers, lists). Raises PdfProblem."""
    registered = templates.get(template)
    if registered is None:
        raise PdfProblem(f"there is no template {template!r}")
    try:
        made = typst.compile(
            registered.path,
            root=settings.BASE_DIR,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(showable(data), ensure_ascii=False)},
            pdf_standards=["ua-1"],
            package_path=NO_PACKAGES,
            package_cache_path=NO_PACKAGES,
        )
    except (typst.TypstError, RuntimeError) as error:
        raise PdfProblem(f"{template} cannot be made: {type(error).__name__}") from error
    return bytes(made)
