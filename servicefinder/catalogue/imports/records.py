"""What readers yield: neutral records, or the reason why one cannot be taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from ..enums import SourceKind


@dataclass(frozen=True)
class ImportRecord:
    """One service or office of another system.

    `fields` maps names of page fields and lists to JSON-ready values: texts, numbers, ISO dates, and for
    lists (`fees`, `legal_bases`, …) dictionaries in order. `offices` names offices by their id in the source.
    Only what the source knows is a key; everything else stays as it is here.
    """

    kind: SourceKind
    external_id: str
    fields: dict[str, Any]
    department: str = ""
    url: str = ""
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return str(self.fields.get("title", ""))


@dataclass(frozen=True)
class RefusedRecord:
    """A record that cannot be taken; `place` says where it stands in the file."""

    place: str
    reason: str
    title: str = ""


class UnreadableFile(Exception):
    """A whole file that is not what it should be; the message says why and names the file."""


Item = ImportRecord | RefusedRecord


@dataclass(frozen=True)
class ImportFiles:
    """Files of one import; `locations` only for formats that keep places apart."""

    files: tuple[Path, ...]
    locations: Path | None = None


class Reader(Protocol):
    """Reads one format, record by record, in memory that does not grow with the file.

    Raises UnreadableFile before the first record when a file is not of this format at all.
    """

    def __call__(self, files: ImportFiles) -> Iterator[Item]: ...
