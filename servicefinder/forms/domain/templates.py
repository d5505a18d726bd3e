"""Forms to start from, as files beside the code."""

import json
from functools import cache
from pathlib import Path

from .exchange import Incoming, read_form

FOLDER = Path(__file__).parents[1] / "templates_data"


@cache
def template_names() -> tuple[tuple[str, str], ...]:
    """Name of each template, and what it is."""
    read = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}
    return tuple((name, f"{each['title']}: {each['teaser']}") for name, each in read.items())


def template(name: str) -> Incoming:
    """Raises KeyError for a name that is none."""
    if name not in dict(template_names()):
        raise KeyError(name)
    return read_form((FOLDER / f"{name}.json").read_bytes())
