"""Objects of a large JSON file, one at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ijson

from ..records import RefusedRecord, UnreadableFile

UTF8_BOM = b"\xef\xbb\xbf"


def objects(file: Path, path: str) -> Iterator[dict[str, Any] | RefusedRecord]:
    """Objects of the array at `path` (ijson syntax, `data.item`).

    A file that breaks off or is not JSON yields what came before, then a RefusedRecord with the reason.
    Raises UnreadableFile when it cannot be opened or holds nothing at `path`.
    """
    number = 0
    try:
        with file.open("rb") as stream:
            if stream.read(3) != UTF8_BOM:
                stream.seek(0)
            for number, item in enumerate(ijson.items(stream, path, use_float=True), start=1):
                yield (
                    item
                    if isinstance(item, dict)
                    else RefusedRecord(f"{file.name}, Eintrag {number}", "kein Objekt")
                )
    except OSError as error:
        raise UnreadableFile(f"{file}: {error.strerror or error}") from error
    except (ijson.JSONError, UnicodeDecodeError) as error:
        if not number:
            raise UnreadableFile(f"{file.name} ist kein lesbares JSON in UTF-8: {_short(error)}") from error
        yield RefusedRecord(
            f"{file.name}, nach Eintrag {number}",
            f"Die Datei ist ab hier nicht lesbar ({_short(error)}); alles davor wurde gelesen.",
        )
        return
    if not number:
        raise UnreadableFile(f"{file.name} enthält keine Liste „{path.split('.')[0]}“ mit Einträgen.")


def _short(error: Exception) -> str:
    lines = str(error).splitlines() or [type(error).__name__]
    return lines[0][:120].strip()
