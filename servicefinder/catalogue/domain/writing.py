"""HTML that is rendered with a publication and kept beside its document."""

from datetime import date
from typing import Any

from home.release import release

from ..registries import written_html


def written(document: dict[str, Any], today: date, **columns: str) -> dict[str, Any]:
    """Values of columns, each written by the named writer of `registries`, and of `written_with`."""
    values = {column: written_html[writer].write(document, today) for column, writer in columns.items()}
    return {**values, "written_with": release()}
