"""Which documents can be made: rooms register templates in `AppConfig.ready()`, nothing else is compiled."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class PdfTemplate:
    """A typst file of this repository. It reads `json(bytes(sys.inputs.data))`, where texts stay texts:
    nothing that a citizen wrote is read as markup.
    """

    name: str
    path: Path


class PdfTemplates:
    """By name. A name registered twice is an error."""

    def __init__(self) -> None:
        self._templates: dict[str, PdfTemplate] = {}

    def register(self, template: PdfTemplate) -> None:
        if template.name in self._templates:
            raise ValueError(f"{template.name!r} is registered already")
        self._templates[template.name] = template

    def get(self, name: str) -> PdfTemplate | None:
        return self._templates.get(name)


templates = PdfTemplates()
