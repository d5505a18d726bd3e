"""HTML that is rendered with a publication and kept beside its document."""

from datetime import date
from typing import Any

from home.release import release

from ..registries import written_html


def written(kind: str, document: dict[str, Any], today: date) -> dict[str, Any]:
    """Columns `written` and `written_with` of a row."""
    writer = written_html.get(kind)
    return {"written": writer.write(document, today) if writer else {}, "written_with": release()}
